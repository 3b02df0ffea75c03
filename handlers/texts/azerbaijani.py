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
        "mesajların nömrələri. Adınız saxlanılmır.\n"
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
    forget_confirm="Suallarınız və haqqınızda saxladığım hər şey silinsin? Bunu geri qaytarmaq olmur.",
    forget_yes="Bəli, hər şeyi sil",
    forget_no="Xeyr, saxla",
    forgotten="Hazırdır. Haqqınızda saxladığım hər şey silindi (sual sayı: {questions}).",
    nothing_to_forget="Haqqınızda heç nə saxlamıram.",
    kept="Heç nə silinmədi.",
    not_your_button="Bu düymə onu istəyən şəxs üçündür.",
    only_organisers="Bu, seminarın təşkilatçıları üçündür.",
    only_maintainers="Bu, sənədlərə baxan şəxslər üçündür.",
    in_private="Zəhmət olmasa, bunu mənə şəxsi söhbətimizdə yazın.",
    roles="<b>Kimin rolu var</b>",
    role_organiser="təşkilatçı",
    role_maintainer="sənəd məsulu",
    set_by_setting="operator təyin edib",
    invite_organiser="Təşkilatçı dəvət et",
    invite_maintainer="Sənəd məsulu dəvət et",
    invitation=(
        "Bu keçidi bir nəfərə göndərin. Onu birinci açan bu rolu alır: <b>{role}</b>.\n\n{link}\n\nKeçid "
        "bir dəfə, 24 saat ərzində işləyir: {until} tarixinədək."
    ),
    invitation_accepted="{name} dəvətinizi qəbul etdi. İndi rolu: {role}.",
    invitation_void=(
        "Bu dəvət artıq istifadə olunub və ya vaxtı keçib. Zəhmət olmasa, təşkilatçıdan yenisini istəyin."
    ),
    role_gained=(
        "İndi rolunuz var: <b>{role}</b>. /help nələri edə biləcəyinizi göstərir; təşkilatçılar rolun "
        "yanında adınızı görürlər."
    ),
    role_had="Bu rolunuz artıq var: {role}. Keçiddən hələ başqası istifadə edə bilər.",
    role_lost="Artıq bu rolunuz yoxdur: {role}.",
    role_given_up="Öz rolunuzdan imtina etdiniz. Başqa təşkilatçı sizi yenidən dəvət edə bilər.",
    role_gone="Bu şəxsin artıq həmin rolu yoxdur.",
    role_by_setting="Bu rolu operator təyin edib, yalnız o geri ala bilər.",
    remove="✕ {name} – {role}",
    remove_confirm="{name} – <b>{role}</b> rolu geri alınsın? Rol dərhal bitir.",
    remove_yes="Bəli, geri al",
    remove_no="‹ Xeyr, geri",
    muted="Daha elan almayacaqsınız; suallarınıza yenə cavab verirəm. /start elanları geri qaytarır.",
    unmuted="Yenidən elan alacaqsınız.",
    failed="Məndə xəta baş verdi və qeyd olundu ({id}). Bir az sonra yenidən cəhd edin.",
    menu_start="Başlamaq",
    menu_help="Necə soruşmalı",
    menu_topics="Nələri bilirəm",
    menu_privacy="Nə saxlanılır və nə qədər",
    menu_forget_me="Haqqımda hər şeyi sil",
    menu_mute="Daha elan göndərmə",
    menu_invite="Rollar: dəvət et və geri al",
)
