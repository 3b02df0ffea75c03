"""The bot's words in Azerbaijani."""

from handlers.texts.catalogue import Texts
from handlers.texts.keeping_azerbaijani import AZERBAIJANI_KEEPING

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
        "/share ilə paylaşdığınız təcrübə yazdığınız ad və əlaqə ilə saxlanılır, onu sənədlərə baxanlar oxuyur.\n"
        "Telefon nömrələri, e-poçt ünvanları və koordinatlar sual saxlanmazdan əvvəl mətndən çıxarılır.\n\n"
        "<b>Nə qədər</b>\n{days} gün, sonra sualın mətni və sizinlə əlaqəsi silinir; yalnız rəqəmlər qalır. "
        "Bu müddətdə heç nə yazmasanız, Telegram nömrəniz də silinir. Verilmiş cavablar öz söhbətinizdə qalır.\n\n"
        "<b>Nə üçün</b>\nTəşkilatçılar növbəti görüşü yaxşılaşdırmaq üçün nələrin soruşulduğunu adınızı görmədən "
        "oxuyurlar.\n\n<b>Seçim sizindir</b>\n/forget_me bunların hamısını dərhal silir; artıq dərc olunmuş təcrübə sənədlərdə qalır."
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
    answered_at_last="Siz soruşmuşdunuz: “{question}” İndi cavab var:",
    corrected="Sizə göstərdiyim mətn düzəldilib.",
    it_said="Əvvəl belə yazılmışdı:",
    it_says_now="İndi belədir:",
    taken_out="O, artıq sənədlərdə yoxdur və yerində başqa mətn yoxdur.",
    rests_on="Əsaslandığı mənbələr",
    common_knowledge="sahədə hamıya məlum olan bilik",
    glossary="Lüğət",
    page="səhifə {label}",
    slide="slayd {label}",
    sheet="vərəq {label}",
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
    see_page="📄 Səhifəyə bax",
    whole_document="📎 Bütün sənəd",
    drawing_page="Bir an, səhifəni hazırlayıram.",
    no_file_now="Bu faylı indi göstərmək alınmır. Zəhmət olmasa, sonra yenidən cəhd edin.",
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
    announce_what=(
        "Elanı görünməli olduğu kimi göndərin: formatlı mətn, altyazılı foto və ya sənəd, yaxud başqa "
        "yerdən yönləndirilmiş mesaj. /cancel ilə çıxa bilərsiniz."
    ),
    cancelled="Çıxdınız. Heç nə göndərilmədi.",
    nothing_to_cancel="Ləğv ediləcək heç nə yoxdur.",
    role_gone_meanwhile="Artıq təşkilatçı deyilsiniz. Qaralama silindi, heç nə göndərilmədi.",
    unfit="Bunu elan etmək olmur: mətn, foto, video, səs və ya sənəd göndərin.",
    unfit_album="Elanda bir fayl olur: zəhmət olmasa, altyazısı ilə birini göndərin.",
    unfit_caption=(
        "Altyazıda {length} işarə var; bot {limit} göndərə bilər. Qısaldın və ya mətni ayrıca göndərin."
    ),
    unfit_correction="Elanın yalnız sözlərini düzəltmək olar: onları mətn kimi göndərin və ya imtina edin: /cancel.",
    draft_summary=(
        "<b>Qaralama</b>\n{text}\n\nKimə: {audience}\n{count}\nNə vaxt: {when}\nSonra qoşulanlara: "
        "{until}\nSakit saatlarda da: {urgent}"
    ),
    headcount=(
        "Alacaq: {reached}. Almayacaq: elanları bağlayıb – {muted}, botu bloklayıb və ya çıxıb – "
        "{unreachable}."
    ),
    audience_gone="Belə auditoriya artıq yoxdur.",
    audience_empty="Bunu heç kim almayacaq: başqa auditoriya seçin.",
    at_once="dərhal",
    yes="bəli",
    no="xeyr",
    for_all_languages="bütün dillər",
    to_everyone="hamı",
    to_language="dili {language} olanlar",
    to_groups="qruplar və kanallar",
    to_list="ID siyahısı",
    to_me="yalnız mən (sınaq)",
    to_one="bir qrup və ya kanal…",
    to_recipients="elan {number} göndərilmiş hər kəs",
    to_each="hər kəsə öz mətni",
    which_place="Hansı qrup və ya kanal?",
    no_places="Hələ heç bir qrup və ya kanalda deyiləm: əvvəlcə məni əlavə edin, sonra burada görünəcək.",
    announce_to="Kim almalıdır?",
    at_ask="Nə vaxt? Bu gün üçün 14:00, yaxud 28.11.2023 14:00 yazın ({zone}).",
    until_ask=(
        "Sonra gələnlər onu nə vaxtadək almalıdır? Bu gün üçün 18:00, yaxud 29.11.2023 18:00 yazın ({zone}); "
        "belə vaxt lazım deyilsə, tire (–) yazın."
    ),
    no_time="Bunu vaxt kimi oxuya bilmirəm. Nümunələr: 14:00, 28.11.2023 14:00",
    time_past="Bu vaxt keçib. Zəhmət olmasa, daha gec vaxt seçin.",
    end_first="Elan göndərilməmiş bitərdi. Zəhmət olmasa, başqa vaxt seçin.",
    time_changed="Vaxt dəyişdirildi.",
    list_ask=(
        "Hər sətrində bir Telegram ID olan mətn faylı göndərin və ya ID-ləri hər sətirdə bir olmaqla yazın."
    ),
    list_wrong="Bu sətirlər ID deyil: {lines}. Heç nə götürülmədi; siyahını düzəldib yenidən göndərin.",
    list_too_large="Siyahı çox böyükdür: ən çoxu 5 MB.",
    draft_gone="Bu qaralama artıq yoxdur.",
    preview_head="👁 Belə görünəcək:",
    preview_refused="Telegram bunu belə qəbul etmir: {reason}. Zəhmət olmasa, mətni yenidən göndərin.",
    same_text="⚠️ Təxminən eyni mətn son bir saatda göndərilib: elan {number}.",
    same_text_waits="⚠️ Təxminən eyni mətn göndərilməyi gözləyir: elan {number}.",
    quiet_now=(
        "🌙 Sakit saatlar (22–8): bu vaxtadək gözləyir – {when}. Təcili elan üçün “{button}” düyməsi var: onunla "
        "elan gözləmədən göndərilir."
    ),
    confirmed_already="Bu artıq göndərilib və ya baxışdan sonra dəyişib.",
    button_text="Mətn",
    button_to="Kimə",
    button_at="Vaxt təyin et",
    button_now="Dərhal",
    button_until="Sonra qoşulanlar",
    button_urgent="Sakit saatlar",
    button_preview="👁 Baxış",
    button_discard="Ləğv et",
    button_send="✅ Göndər: {count}",
    button_change="‹ Dəyişdir",
    button_pause="⏸ Dayandır",
    button_resume="▶️ Davam et",
    button_stop="⏹ Bitir",
    button_edit="✏️ Düzəlt",
    button_withdraw="🗑 Geri çək",
    button_resend="Bilinməyənləri yenidən göndər",
    button_csv="Hesabat (CSV)",
    button_audit="Kim nə edib",
    button_refresh="Yenilə",
    button_reply="Cavabla bildir",
    button_its_reply="↩ Onun cavabı ({number})",
    all_announcements="« Bütün elanlar",
    announcements="<b>Elanlar</b>, ən yenisi birinci:",
    no_announcements="Hələ elan yoxdur. /announce ilə yarada bilərsiniz.",
    state_waiting="gözləyir",
    state_sending="göndərilir",
    state_open="göndərilib, sonra qoşulanlar üçün açıqdır",
    state_paused="dayandırılıb",
    state_stopped="bitirilib",
    state_finished="hazırdır",
    state_withdrawn="geri çəkilib",
    progress=(
        "<b>Elan {number}</b>: {state}\nKimə: {audience}, {when}\nGöndərilib: {sent}/{total}, qalıb: "
        "{left}\nAlınmadı: {failed}, bloklayıb və ya çıxıb: {unreachable}, bilinmir: {unknown}, geri "
        "çəkilib: {withdrawn}"
    ),
    report_until="Sonra qoşulanlara: {until}",
    report_urgent="Sakit saatlarda da: {urgent}",
    pace="Saniyədə {rate}, {seconds} san qalıb",
    edits_left="Dəyişdiriləcək nüsxələr: {count}",
    too_late="Bunun üçün gecdir və ya artıq edilib.",
    stop_sure="Elan {number} birdəfəlik bitirilsin? Hələ almayanlar almayacaq.",
    withdraw_sure=(
        "Elan {number} geri çəkilsin? Nüsxələr Telegram-ın bota icazə verdiyi qədər silinir: 48 saat ərzində."
    ),
    yes_do_it="Bəli",
    edit_which="Hansı dildəki mətn?",
    edit_ask="Düzəldilmiş mətni göndərin; çatdırılmış bütün nüsxələr dəyişəcək. /cancel ilə çıxa bilərsiniz.",
    edit_done="Nüsxələr dəyişdirilir. Dəyişiklik insanlar üçün vacibdirsə, qısa cavabla bildirin.",
    reply_ask="Elanı alan hər kəsə gedəcək qısa cavabı yazın.",
    reply_done="Cavab göndərilir: {count}.",
    audit="<b>Kim nə edib</b>",
    command_line="əmr sətri və ya bot",
    export_which="Hansı dövrün sualları?",
    export_today="Bu gün",
    export_week="Son 7 gün",
    export_all="Hamısı",
    export_empty="Bildiriləcək heç nə yoxdur.",
    export_too_large="Fayl Telegram-ın qəbul etdiyindən (50 MB) böyük olardı. Daha qısa dövr seçin.",
    no_days="Günləri belə yazın: /export 2023-11-28 2023-11-29",
    keeping=AZERBAIJANI_KEEPING,
    failed="Məndə xəta baş verdi və qeyd olundu ({id}). Bir az sonra yenidən cəhd edin.",
    menu_start="Başlamaq",
    menu_help="Necə soruşmalı",
    menu_topics="Nələri bilirəm",
    menu_language="Dili seçmək",
    menu_privacy="Nə saxlanılır və nə qədər",
    menu_forget_me="Haqqımda hər şeyi sil",
    menu_mute="Daha elan göndərmə",
    menu_share="İşə yarayan təcrübəni paylaş",
    menu_invite="Rollar: dəvət et və geri al",
    menu_announce="Elan yaz",
    menu_announcements="Elanlar: gediş, düzəliş, geri çəkmə",
    menu_cancel="Başlananı tərk et",
    menu_export="Suallar fayl kimi",
    menu_corpus="Sənədlər: xidmətdə olan, qaralama, təcrübələr",
    menu_publish="Qaralamanı yoxla və dərc et",
    menu_rollback="Əvvəlki versiyanı geri qaytar",
)
