"""The bot's words in Azerbaijani."""

from handlers.texts.catalogue import Texts

AZERBAIJANI = Texts(
    welcome=(
        "Salam! Mən <b>{workshop}</b> haqqında suallara onun sənədlərinin öz sözləri ilə və mənbəni göstərərək "
        "cavab verirəm.\n\nBilmək istədiyinizi yazın; /topics nələri bildiyimi göstərir."
    ),
    for_example="Məsələn:",
    help=(
        "Sualınızı öz sözlərinizlə azərbaycanca, ingiliscə və ya rusca yazın. Mən yalnız seminarın sənədlərindəki "
        "cümlələrlə cavab verirəm və onların harada yazıldığını deyirəm. Uyğun heç nə yoxdursa, bunu açıq "
        "deyirəm.\n\n{commands}"
    ),
    privacy_line="Suallarınız seminarı yaxşılaşdırmaq üçün saxlanılır: /privacy",
    privacy=(
        "<b>Nə saxlanılır</b>\nSuallarınız və onlara hansı bölmələrin cavab verdiyi, vaxtı, dili və cavabın sizə kömək "
        "edib-etmədiyi; həmçinin düymələrin və düzəlişlərin işləməsi üçün Telegram nömrəniz (ID), söhbətin və "
        "mesajların nömrələri. Adınız saxlanılmır. Seçdiyiniz dil, hansı suallarınızın cavab gözlədiyi və düyməni basdığınız üçün "
        "təşkilatçılara ötürüldüyü də saxlanılır. Ötürülən mesaj adınız göstərilmədən onların söhbətində qalır. "
        "Təhlükəsizlik kartı alsanız, onlar hansı kart olduğunu və vaxtını öyrənir, yazdığınızı yox.\n"
        "Telefon nömrələri, e-poçt ünvanları və koordinatlar sual saxlanmazdan əvvəl mətndən çıxarılır.\n\n"
        "<b>Nə qədər</b>\n{days} gün, sonra sualın mətni və sizinlə əlaqəsi silinir; yalnız rəqəmlər qalır. "
        "Bu müddətdə heç nə yazmasanız, Telegram nömrəniz də silinir. Verilmiş cavablar öz söhbətinizdə qalır.\n\n"
        "<b>Nə üçün</b>\nTəşkilatçılar növbəti görüşü yaxşılaşdırmaq üçün nələrin soruşulduğunu adınızı görmədən "
        "oxuyurlar.\n\n<b>Seçim sizindir</b>\n/forget_me bunların hamısını dərhal silir."
    ),
    description=(
        "Seminar haqqında öz sözlərinizlə soruşun. Sənədlərdəki cümlələrlə, mənbəni göstərərək cavab verirəm və ya "
        "tapmadığımı deyirəm. Mina təhlükəsi var? Buraya yazın: təhlükəsizlik məsləhəti hər şeydən əvvəl gəlir. "
        "Təcili yardım nömrəsi: {number}."
    ),
    short_description="Seminar haqqında cavablar: sözbəsöz sitat və mənbə ilə.",
    not_found="Seminarın sənədlərində bunu tapmadım.",
    did_you_mean="Bunlardan hansını nəzərdə tutursunuz?",
    nearest="Ən yaxın tapdıqlarım:",
    nearest_none="Başqa sözlərlə yazın və ya /topics ilə nələri bildiyimə baxın.",
    rests_on="Əsaslandığı mənbələr",
    common_knowledge="sahədə hamıya məlum olan bilik",
    glossary="Lüğət",
    greeting="Salam! Seminar haqqında istədiyinizi soruşun; /topics nələri bildiyimi göstərir.",
    thanks="Buyurun! Yenə sualınız olsa, yazın.",
    farewell="Sağ olun, özünüzü qoruyun!",
    praise="Buna şadam. Daha nə bilmək istəyirsiniz?",
    about=(
        "Mən {workshop} köməkçisiyəm. Onun sənədlərində axtarıram və mənbəni göstərərək sözbəsöz sitat gətirirəm; "
        "özümdən cümlə uydurmuram. /topics nələri bildiyimi, /help necə soruşmağı göstərir."
    ),
    helpful="👍 Kömək etdi",
    unhelpful="👎 Kömək etmədi",
    whole_section="Bütün bölmə",
    next_best="Növbəti variant",
    thanks_for_helpful="Təşəkkür edirəm!",
    thanks_for_unhelpful="Təşəkkür edirəm. “Növbəti variant”a baxın və ya başqa sözlərlə soruşun.",
    only_the_asker="Bu cavabı yalnız sualı verən şəxs qiymətləndirə bilər.",
    section_gone="Bu bölmə artıq dəyişib. Zəhmət olmasa, yenidən soruşun.",
    topics="Nə haqqında oxumaq istəyirsiniz?",
    topics_of="<b>{theme}</b>",
    all_topics="« Bütün mövzular",
    earlier="‹ Geri",
    later="Davamı ›",
    text_only="Mən yalnız mətn oxuya bilirəm: zəhmət olmasa, sualınızı sözlə yazın.",
    if_danger="Söhbət partlaya bilən bir şeydən gedirsə:",
    limited="Bir dəqiqədə {count} sualdan çox oldu. {seconds} saniyədən sonra yenə cavab verəcəyəm.",
    unknown_command="Bu əmri tanımıram. /help tanıdıqlarımı göstərir; qalan hər şey sualdır.",
    tell_me="Cavab olanda mənə xəbər ver",
    awaited="Sualınızı cavab olana qədər saxlayıram.",
    awaited_no_more="Sualınızı daha saxlamıram.",
    ask_organisers="Təşkilatçılardan soruş",
    relay_passed="Adınız göstərilmədən ötürüldü. Cavabları buraya gələcək.",
    relay_again="Sualınız artıq təşkilatçılardadır.",
    relay_limited="Bir saat ərzində {count} sual ötürdünüz, bundan çoxunu ötürə bilmirəm. Zəhmət olmasa, bir az sonra cəhd edin.",
    relay_unreachable="İndi heç bir təşkilatçıya çata bilmədim. Zəhmət olmasa, onlara şəxsən müraciət edin və ya sonra yenidən cəhd edin.",
    card_given="⚠️ Saat {time}: <b>iştirakçı {number}</b> “{card}” təhlükəsizlik kartını aldı.",
    relay_head="<b>İştirakçı {number}</b> təşkilatçılardan soruşur. Bu mesaja və ya aşağıdakına cavab yazın: cavabınız adınız göstərilmədən ona çatdırılacaq.",
    relay_closed="✓ <b>Başqa təşkilatçı cavab verdi.</b>",
    relay_delivered="Çatdırıldı.",
    relay_gone="Çatdırılmadı: bu şəxs artıq mənə məlum deyil və ya çox vaxt keçib.",
    relay_blocked="Çatdırılmadı: bu şəxs daha məndən mesaj qəbul etmir.",
    relay_failed="Çatdırılmadı: Telegram bu cür mesajı qəbul etmədi. Zəhmət olmasa, başqa cür, məsələn, mətnlə yazın.",
    relay_edited="Düzəlişiniz ötürülmədi. Zəhmət olmasa, demək istədiyinizi yeni cavabda yazın.",
    language_ask="Sözlərinizdən dil bilinməyəndə sizinlə hansı dildə danışım?",
    as_i_write="Yazdığım dildə",
    language_chosen="İndən sizinlə azərbaycanca danışıram. Başqa dildə sual versəniz, o dildə cavab verirəm.",
    language_as_written="Hansı dildə yazsanız, o dildə cavab verirəm.",
    forget_confirm="Suallarınız və haqqınızda saxladığım hər şey silinsin? Bunu geri qaytarmaq olmur.",
    forget_yes="Bəli, hər şeyi sil",
    forget_no="Xeyr, saxla",
    forgotten="Hazırdır. Haqqınızda saxladığım hər şey silindi (sual sayı: {questions}).",
    nothing_to_forget="Haqqınızda heç nə saxlamıram.",
    kept="Heç nə silinmədi.",
    not_your_button="Bu düymə onu istəyən şəxs üçündür.",
    failed="Məndə xəta baş verdi və qeyd olundu ({id}). Bir az sonra yenidən cəhd edin.",
    menu_start="Başlamaq",
    menu_help="Necə soruşmalı",
    menu_topics="Nələri bilirəm",
    menu_language="Dili seçmək",
    menu_privacy="Nə saxlanılır və nə qədər",
    menu_forget_me="Haqqımda hər şeyi sil",
)
