"""The words of danger in Azerbaijani; what each list is a sign of stands in the package's description."""

WORDS: dict[str, str] = {
    "object": (
        "aviabomba*, barıt*, başlıqlı, bomba*, detonator*, dinamit*, fauspatron, fitil*, fişəng*, "
        "güllə*, kasset*, lepestok*, minaatan, minada, minadan, minadayam, minadayıq, minadı, minadır, "
        "minadırmı, minalar, minalara, minalardayam, minalarla, minaları, minamyot*, minamı, minanin, "
        "minanı, minası, minaya, minna, minomyot*, mna, mərmi*, partlamamış*, partlamayan, partlayan, "
        "partlayıcı*, patron*, qranat*, qumbara*, qumbra, raket*, rgd*, snaryad*, sursat*, tankvuran, "
        "torpeda*, trotil*, tələ, zirehdeşən, döyüş başlığı, kaset bomba*, kəpənək mina*, məftil tələ*, "
        "top gülləsi, əl qumbara*"
    ),
    "plural": (
        "bombalar*, güllələr, minalar*, mərmilər*, patronlar, qumbaralar*, raketlər*, snaryadlar, sursatlar*"
    ),
    "thing": (
        "antena*, boyda, buynuz*, buynuzlu, cisim*, dairəvi*, disk*, girdə, gövdə*, gümüşü*, gərilmiş*, "
        "hərbi, kapsul*, kip, konserv*, konus*, kürə*, kəndir*, kəpənək, kəpənəy*, lüləsi, metal*, mil, "
        "millər, milləri, millərlə, mis, mismar*, məftil*, naqil*, nazik, paraşüt*, partlaya, paslan*, "
        "paslı*, paya*, perli, plastik*, pərvanə*, qanad*, qanadlı, qurğu*, quyruğ*, rezin*, sapı, "
        "silindr*, sim, simi, simlər, sivri*, tel, teli, toz, tozu, tüstü*, ucu, yastı*, yaylı, yazılı, "
        "yivli, yumru*, çubuq*, çəkilib, ölçüdə, ip bağlan*, kabeli sallan*, lentə sarın*, otun içində, "
        "qara xaç, qarmaq ipi, sap bağlan*, sarı toz, tarım çək*, tor ipi, yarısı torpağın*, üç mil"
    ),
    "dud": (
        "halqası, işləməyib, partlamadı*, partlamamış*, partlamayıb*, partlamaz, partlamıyıb*, "
        "partlaya, partlayacaq, partlayar*, partlayır, partlıyar, çeka, çekası, halqası üstündə, hələ "
        "partlamayıb, işə düşməyib, partlaya bilər"
    ),
    "looks": (
        "bombadı, bəlkə, bənzər*, bənzəyir*, deyəsən, gümanım, minadı, minadır, məncə, oxşar*, oxşayan, "
        "oxşayır*, sanki, yəqin, bu mina, bu onlardandır, elə bil, kimi bir, kimi bir şey, ola bilsin, "
        "onlardan biri, çox güman, əmin deyiləm"
    ),
    "met": (
        "asılıb, atdı, atıb, atıblar, atılıb, açmaq, açır, aşkar*, basdırıb, basdırılmış*, basdırılıb, "
        "batıb, baxıram, baxırıq, bağlanıb, bağlıdır, bel, beli, bombadı, cixart*, dolan*, durur, "
        "düşdü, düşüb, dəydi, dəyib, dəyişirlər, eşələy*, gizlədib, gizlədir, gördü*, görmüşük, "
        "görmüşəm, görsək, görsəm, görsənir, görsəniz, görüb, görünür, görür*, göstərdi, göstərir, "
        "götürdü, götürdüm, götürmüşük, götürmüşəm, götürüb, gözümə, gəldi, gəlib, gətir*, gəzdirir, "
        "ilişdi, ilişdirib, ilişib, ilişmişdi, kazıb, kəsir, minadı, oynay*, partlamayıb, partlamıyıb, "
        "qaldı, qalmışdı, qalıb, qazanda, qazdım, qazdıq, qazıb, qazıdı, qazırdıq, qoydu, qoyduq, "
        "qoymuş*, qoyub, qoyublar, rast, rastlaş*, sanc*, satmaq, satır, satırlar, saxlay*, suvenir, "
        "sökmək, söküb, sökür*, tapanda, tapdı*, tapmış*, tapsam, tapsanız, tapsaq, tapıb, tapıblar, "
        "tapıldı, tapılıb, tapşırdı, toxundu, toxundum, toxunmuşam, toxunub, tulla*, tutub, tərpədib, "
        "var, vardır, vurdu, vurdum, vurub, yadigar, yapışıb, yatır, yükləy*, yığıb, yığır, çıxard*, "
        "çıxarıb, çıxdı, çıxıb, çəkilib, üzür, şumlayanda, şumlayırdıq, əlimdə*, əlində*, belə dəydi, "
        "düşdü içindən, kəsmək istəyir, metal yığ*, rast gələndə, tullamaq istəyir, yerindən tərpət*, "
        "üzə çıxdı, üzə çıxıb, əl vurdu, əl vurub, əlinə alıb"
    ),
    "there": (
        "burada, qabağımda, qabağımızda, qarşımda, qarşımızda, yanımızda, önümdə, önümüzdə, altında "
        "var, arxasında var, burda bir, orda bir, orda var, var burda"
    ),
    "self": (
        "*dik, *dum, *duq, *dük, *dım, *dıq, *irik, *irəm, *mişik, *mişəm, *muşam, *müşəm, *mışam, "
        "*mışıq, *umuz, *uram, *ürəm, *ımız, *ıram, *ırıq, anam, atam, babam, bacım, bağım*, bibim, "
        "biz, bizdə, bizim*, bizə, camaat, dayım*, dostum, evim*, gördüm, həyətdəyik, həyətim*, itim, "
        "kəndim*, mən, məndə, mənim*, mənə, nəvəm, oğlum, oğlumun, qardaşım*, qarşımda, qarşımızda, "
        "qonşu*, qızım, tapdım, tarlam*, uşaq, uşaqlar, uşağım*, uşağın*, xalam, yanımda, yanımızda, "
        "yoldaşım*, özüm, özümüz, əmim*"
    ),
    "kin": (
        "adam, anam*, arvadım*, at, atam*, babam*, bacım*, balaca*, balam, balıqçı*, bağban*, bibim, "
        "biri, biz, bizim, buzov*, camaat, dalğıc*, dayım*, dayıoğlu, dostum*, ekskavator*, eşşək*, "
        "fermer, fəhlə*, heyvan, həmkar*, insan, inək*, it, itim*, keçi*, kimsə, kişi*, körpə*, "
        "kürəkən*, küçük*, kəndçi*, mal, maşın, müəllim*, mən, mənim, nənəm*, nəvə*, o, ovçu*, oğlan*, "
        "oğlum*, pişik*, qadın, qardaş*, qaynana*, qaynata*, qonaq*, qonşu*, qoyun*, qoç*, qız*, "
        "sakin*, sürü*, traktor*, turist*, tələbə*, usta, ustalar, uşaq*, xala*, yeniyetmə*, yerlilər, "
        "yoldaş*, çoban*, şagird*, əmim*, əmioğlu, ərim*, itlər gətirib, kənd camaatı"
    ),
    "place": (
        "artırma*, arx*, astana*, ağac*, balkon*, bazar*, bağ*, biçənək*, bostan*, bunker*, burada, "
        "buradadır, burda, buğda*, bünövrə*, cardaq*, cibi*, cığır*, dam, damına, damında, darvaza*, "
        "daxma*, dayanacaq*, dağ*, divar*, döşəmə*, düşərgə*, dəhliz*, dəniz*, dərə*, evdə, evimin, "
        "evimiz*, evin*, evə, eyvan*, göl*, hamam*, hasar*, hin*, həyət*, istixana*, kanalizasiya*, "
        "kartof*, karxana*, kol*, kuzov*, kök*, körpü*, küçə*, kənd*, kərpic*, lafet*, lift*, maşında, "
        "maşının, meydança*, meşə*, məktəb*, məscid*, mətbəx*, ot, otaq*, otlaq*, otun*, palçıq*, "
        "pambıq*, park*, piknik*, pilləkən*, pomidor*, pəncərə*, qapı*, qaraj*, qatar*, qayıq*, qoşqu*, "
        "qum*, quyu*, qəbiristan*, relslər*, rəf*, sahil*, sahədə, sahəsində, sandıq*, sinfə, sinif*, "
        "soba*, səngər*, tarla*, tavan*, taxıl*, tikinti*, tonqal*, tor*, tualet*, tövlə*, vadi*, "
        "vedrə*, xaraba*, xəstəxana*, yanında, yarpaq*, yarğan*, yaxınlığında, yol*, zibil*, zirzəmi*, "
        "çadır*, çanta*, çay*, çimərlik*, çəmən*, çəpər*, üzümlük*, şkaf*, şırım*, evin arxası*, evin "
        "yan*, hasarın dibində, uşaq bağçası*, yataq otağı*, yolun qırağı*"
    ),
    "now": (
        "allah, allahım, aman, artıq, axşam, bağışla, bağışlayın, birdən, burada, burda, deyəsən, "
        "diqqət, dünən, hazırda, hələ, indi*, kömək, narahat, panika, qorxudan, qorxuram, qorxuruq, "
        "salam, sos, səhər, tez, təcili, tələsin, uje, vallah, vay, yalvarıram, üzr, ay allah, ay aman, "
        "bu dəqiqə, bu gün, cavab verin, dəqiqə əvvəl, elə indi, kimsə var, qulaq as, saat əvvəl, siz "
        "allah, tez gəlin, tez olun, xahiş edirəm tez, ya allah, ya rəbb"
    ),
    "help": (
        "*əkmi, aparım, bilmirik, bilmirəm, bilərəm, bənzəy*, deyir, deyirlər, düşməyimmi, düşməyək, "
        "düşüm, düşək, edək, eləyim, eləyək, fhn, gedim, gedək, götürüm, gözləyim, gözləyək, hara, "
        "imdad, istəyir, kimə, komek*, kəsim, məsləhət*, neyləyim, neyləyək, neynek, neynim, neyniyək, "
        "neynəsin, neynəy*, nömrə*, nədi, nədir, oxşay*, partlayarmı, polis*, qaldırım, qayıdaq, "
        "qayıdım, qaçaq, qaçım, qorxuram, qoyum, sürək, toxunum, təcili, təhlükəlidir, təhlükəlidirmi, "
        "xilas, zəng, çıxaq, çıxardaq, çıxım, *mı götür*, bilmirəm nə edim, bu nədir, deyin nə edim, "
        "fikrindən döndər*, götürmək olar, hansı nömrə*, hara müraciət, hara xəbər, hara zəng, indi nə, "
        "kim aparır, kim götürür, kim gəlir, kimi çağır*, kimə deyim, kimə xəbər, kimə zəng, necə başa "
        "salım, necə davran*, necə davranmalı*, necə dayandır*, necə dayandırım, necə edim, necə edək, "
        "necə saxlayım, necə xilas, necə çıx*, nə deyim, nə edim, nə edirəm, nə edə, nə edəcəyik, nə "
        "edək, nə edək onu, nə edəsən, nə etmək lazım, nə etməli*, nə etməliyik, nə etməyimi, nə "
        "etsin*, nə etsinlər, nə olar, o nədir, ola bilər, olar mı, olarmı toxun*, partlaya bilər mi, "
        "qaynar xətt, rastlaşanda nə, toxunmaq olar, təhlükəli deyil, tərpətmək olar, xəbər ver*, xəbər "
        "verim, xəbər verək, yaxınlaşmaq olar, zəng edim, zəng edək, zəng etməliyəm, zəng vurmalıyam, "
        "zəng vurum, çəkə bilərəm"
    ),
    "under": (
        "altımda*, altımızda, ayağ*, basdı, basdım, basdıq, basmış*, basıb, basıram, daban*, dizim*, "
        "dolaşdı, dolaşıb, minadayam, minadayıq, minalardayam, minalardayıq, qıçım*, topuq*, təkər*, "
        "çəkmə*, üstündədir, üstündəyik, üstündəyəm, üstünə, üzərindəyəm, altımda nəsə, altında nəsə, "
        "ayaqlarımın altında*, ayağım altında*, ayağım dolaş*, ayağım ilişib, ayağım məftil*, ayağıma "
        "dolaş*, ayağımı bas*, ayağımı minadan, ayağımı qaldır*, ayağımı qoy*, ayağımın altı*, ayağımın "
        "altında*, ayağını qoy*, ayağının altında*, basıb dur*, dayanmışam üstündə, ilişdi ayağım, "
        "ilişib ayağ*, minanın üstündə, minanın üstündəyik, minanın üstündəyəm, minaya bas*, minaya "
        "basdım, minaya basıram, çəkməmin altında, üstündə dayan*, üstündə dur*, üstündə durmuşam, "
        "üstündə durub, üstündə otur*, üstündə oturmuşam, üstünə bas*, üstünə çıx*, üstünə çıxdı, üstə "
        "dayan*, üzərində dayan*"
    ),
    "frozen": (
        "cəsarət, dayandım, dayandıq, dayanmış*, dayanıb, donmuş*, donub*, durmuşam, durmuşuq, durub, "
        "girmir, götürmürəm, gözləyir, gözləyirik, hərəkətsiz*, nəfəs, oturmuşam, qaldırmamışam, "
        "qaldırmıram, qalmışam, qalmışıq, qalıb, qorxur*, tərpən*, tərpət*, yaxınlaş*, yerimdən, "
        "yerindəcə, çəkilmirəm, addım atm*, cürət etmir*, daş kimi, donub qal*, durub qal*, gedən "
        "yoxdur, heç kim yaxın*, hərəkət elə*, hərəkət eləmir*, hərəkət et*, hərəkət etmir*, olduğu "
        "yerdə, olduğumuz yerdə, qorxuram qaldır*, terpene bilmirem, tək ayaq*, tərpənməyə cürət*, "
        "tərpənməyə qorx*, tərpənə bilmir*, yaxın get*, yerimdən tərpən*, yerindən tərpənm*, çata "
        "bilm*, çıxa bilm*"
    ),
    "field": (
        "kəllə*, lövhə*, minalanmış*, minalanıb, minalı*, təmizlənməyib, üçbucaq*, diqqət mina*, dörd "
        "tərəfimiz mina*, ehtiyat minalar, heç vaxt təmizlənm*, hər tərəf mina*, hər yer mina*, kəllə "
        "nişanı*, mina lenti*, mina lövhə*, mina nişanı*, mina sahəsi*, mina sahəsində*, mina "
        "sahəsinə*, mina var yaz*, mina zonası*, minalar arasında*, minaların arasında*, minaların "
        "içində*, minalı sahə*, minalı yer*, minalı çəmən*, minalı ərazi*, qırmızı bayraq*, qırmızı "
        "nişan*, qırmızı üçbucaq*, ətraf mina*, ətrafda minalar, ətrafımız mina*"
    ),
    "beyond": (
        "*dayam, *dayıq, *dəyik, *dəyəm, arasindayam, arasında, arasındayıq, arxada, arxamda, azdı*, "
        "azmış*, batmışıq, bayraq*, bələdçi*, cığırı, cəbhə*, dalan*, dayanmışam, dayanmışıq, dönmüşük, "
        "düşdük, düşdüm, düşmüşük, düşmüşəm, düşüb, geri, girdik, girdim, girib, giriblər, girmiş*, "
        "hasar*, ilişib, ilişmişik, itirdi*, itirmiş*, itmişik, itmişəm, izlə*, içində*, işarə*, keçib, "
        "keçiblər, keçmişik, keçmişəm, kəllə*, lent*, minalı*, mühasirə*, nişan*, ortasında*, qabaqda, "
        "qabağımda, qaldım, qaldıq, qalmışam, qalmışıq, qaralır, qaranlıqdır, qayıt*, qışqırırlar, "
        "sağda, sağımda, sağımızda, solda, solumda, solumuzda, tikanlı, təmizlənməyib, tərəfindəyəm, "
        "xəbərdarlıq*, xətt*, yerlilər, zolaq*, çıxmaq, ərazidə*, ətraf*, addım atmışam, arasında qal*, "
        "bağırırlar bizə, daxil olmuş*, dağda az*, dörd tərəf*, geri qayıda bilm*, hara baxsam, hara "
        "baxıram, haradan girdi*, haraya baxsam, hardan girdi*, hardan gəldi*, hasardan keç*, hasarı "
        "keç*, hasarın içində*, hava qaral*, hər tərəf*, hər yan*, hər yanda, hər yer, hər yer*, hər "
        "yerdə, iki tərəf*, ikisinin arasında, keçmişik indi, kəsə yol*, lenti keç*, lentin altından, "
        "lentin üstündən, mina sahə*, mina sahəsi*, necə çıxaq, necə çıxım, nişanları keç*, nişanların "
        "o tay*, nişanı keç*, o biri tərəf*, o tay*, o üz*, qabaqda arxada, qaranlıq düşür, qısa yol*, "
        "sağ sol, sağında solunda, səhv dön*, səhv yol*, təhlükəli zona*, tərs üz*, xarab olub, yol "
        "bilmirəm, yola necə, yola qayıt*, yoldan azdım, yoldan çıx*, yolu bilmir*, yolu bilmirəm, yolu "
        "itir*, yolu səhv, yolu tapa bilm*, yolumu itir*, çıxa bilmirik, çıxa bilmirəm, çıxmaq olar"
    ),
    "boom": (
        "batdı, dalbadal, dartıldı, fısıl*, klik, partladı*, partladıq, partlatdı, partlayıb, "
        "partlayır, partlayış, partlayışdan, partlayışlar, partlayışı, qoparıb, tıqq*, tıqqıldayır, "
        "tıqqıltı*, uçdu, çaqq*, çökdü, çıqq*, şaqq, şaqqıl*, şıqqıl*, gurultu eşit*, gurultu qop*, "
        "güclü gurultu, havaya qalx*, havaya qalxdı, havaya sovr*, havaya uç*, havaya uçdu, minaya "
        "düşdü, minaya düşdülər, minaya düşmüş*, minaya düşmüşük, minaya düşüb, minaya dəydi, minaya "
        "çıx*, minaya çıxdı, partladı indi, partlayış oldu, partlayış səsi, parça parça, səs eşit*, səs "
        "gəldi, səs çıxdı, tıq elədi, çıq elədi"
    ),
    "hurt": (
        "ambulans*, ayağı, ayağından, ağlayır, ağlayırlar, bağır*, huşsuz*, huşunu, inildəyir, inilt*, "
        "jqut, nəfəsi, qan, qanaxma*, qanaxır, qanı, qıç*, qışqır*, qəlpə*, sağdı*, tibbi, yaralandı, "
        "yaralanmış*, yaralanıb, yaralı*, yerdədir, yıxıldı, yıxılıb, çağırır, çığırır, öldü, ölüb, "
        "ölür, şokda, ayağı getdi, ayağı pis, ayağı qop*, ayağı qopdu, ayağı qopub, ayağı yoxdur, "
        "ayağını itir*, can verir, cavab vermir, huşunu itir*, həkim çağır*, kömək istəyir, nəfəs alır, "
        "pis gündədir, qan axır, qan gedir, qan itir*, qan itirir, təcili yardım, yerdə uzan*"
    ),
    "supposing": (
        "*sa, *salar, *sam, *sanız, *saq, *sə, *sək, *sələr, *səm, *səniz, birdən, görsə, görsələr, "
        "görəndə, olarsa, olsa, rastlaşsa*, sam, tapanda, tapsa, tapsalar, əgər, rast gəlsə*, rast "
        "gələndə"
    ),
    "asks": "hansı, haqqında, harada, harda, izah, kim, kimdir, necə, niyə, nə, nədir, nələr",
    "counts": "sayı, neçə faiz, neçə insan, neçə mina, neçə nəfər, neçə ölkə, neçə ədəd, nə qədər",
    "trade": (
        "abreviatur*, adlanır, adətən, akkreditas*, almaniya*, anama*, anqola*, aparılır*, arı, "
        "arılar*, avropa*, avtobus*, ay, başlayır, belçika*, bmt, bosniya*, büdcə*, cenevrə*, cihaz*, "
        "cəmi, cərrah*, dayanıqlı*, delfin*, deməkdir, detektor*, dissertasiya*, donor*, doğrudur, "
        "dron*, dövr*, dünya*, düzdür, dəqiqlik*, dərinlik*, dərs*, edilir*, effektiv*, ekologiya*, "
        "eksperiment*, ekspert*, eore, etibarlı*, faiz*, fil, fillər*, fransa*, fərq*, gender*, gps, "
        "görə, göstərici*, göstərir, halları, halo*, hansı, hansılardır, haqda, haqqında, "
        "hazırlayırıq, hektar*, heyvan*, humanitar*, həkim*, icma*, ifadə*, ildə, ilin, ilində, ilk, "
        "illik, imtahan*, infraqırmızı*, ingiliscə, innovasiya*, iqlim*, iraq, istehsal*, istifadə*, "
        "itlər*, ixtisas*, jurnalist*, kamboca*, keyfiyyət*, keçirilir*, kim, kimlər, kimyəvi*, "
        "kitabça*, kolumbiya*, komanda*, konfrans*, konvensiya*, kvadrat*, könüllü*, köçkün*, laos*, "
        "layihə*, lisenziya*, lüğət*, maaş*, maket*, maqnitometr*, metod*, mexaniki, minaaxtaran*, "
        "minataxtaran*, minatəmizləmə*, minatəmizləyən*, müharibə*, mühazirəçi*, müqavilə*, "
        "müqayisə*, müsahibə*, mütəxəssislər*, müxbir*, məktəblilərə, məsafə*, mətbuat*, nazir*, "
        "neçə, neçədi*, niyə, növ*, nümunə*, nədən, nəticə*, olunur*, operator*, orta, ottava*, payı, "
        "peyk*, plan, poliqon*, prinsip*, professor*, proqram*, protez*, psixoloq*, qadağa*, "
        "qanunidir*, qaydalari, qayıdış*, qeydə, qiymət*, qurban*, quruluşu, qəhvə, radar*, radius*, "
        "referat*, robot*, rusca, rəsmi, sahələr*, sapyor*, satiriq, satırıq, saxlanmasi, sayı, "
        "seminar*, sensor*, sertifikat*, simulyasiya*, siyahı*, siçovul*, soruşur, staj*, standart*, "
        "statistika*, strategiya*, suriya*, sınaq*, sığorta*, səfirlik*, səfər*, səmərəli*, tarix*, "
        "texnologiya*, tipik*, torpağı, tral, trallı*, trend*, türkcə, tədqiqatçı*, tədris*, təhvil*, "
        "təlim*, tələb*, təmizlə*, tərcümə*, tərif*, tərəfdaş*, təşkilat*, ukrayna*, unicef, "
        "uzaqlaşdırıl*, vakansiya*, varmı, viktorina*, vyetnam*, vətəndaş*, xorvatiya*, xəritə*, "
        "xəsarət*, yaş, zal*, zirehli, çatışmazlıq*, çirkləndir*, ölkə*, öyrədil*, öyrədirik, "
        "öyrədirsiniz, ümumiyyətlə, üstünlük*, üsul*, şayiə*, ədəd, əlamət*, ayira bil*, ayird ede, "
        "ev tapşırığı*, eyni şey*, forma lazım*, hansı forma, harada keçir*, heç vaxt, il ərzində, "
        "ingilis dili*, iş elan*, keyfiyyətə nəzarət*, kim tərəfindən, kurs işi*, kənd təsərrüfatı*, "
        "məcburi köçkün*, necə deyilir, necə işləyir, nə baş verir, nə oldu, nə olur, nə qədər tez, "
        "nə vaxt, nə üçün, nədən ibarət*, torpaqların qayt*, traktorlu tral, öyrətmək üçün, ümumi "
        "say, ətraf mühit*"
    ),
    "event": (
        "abunə*, adlandır*, adım, aktyor*, avtobus*, açılış*, baza*, bağlanış*, başlıq, beyc*, "
        "bildirilib, bildiriş*, bot*, broşür*, buklet*, danışdı, danışıldı, danışılıb, deyildi, ekran*, "
        "elektron*, eşitdim, eşitmişəm, facebook*, fayl*, film*, fəsil*, hesabat*, imas*, imsma*, "
        "instaqram*, internet*, jurnalist*, kino*, kitab*, komiks*, konfrans*, kurs*, link*, mahnı*, "
        "maket*, maraqlı*, material*, mikrofon*, moderator*, muzakirə*, muzey*, mövzu*, mühazirə*, "
        "məlumat*, məqalə*, mərasim*, məruzə*, natiq*, oxudum, oxumuşam, oyun*, panel*, parametr*, "
        "plakat*, plenar*, podkast*, proqram*, protokol*, proyektor*, qeydiyyat*, qısaca, radioda, "
        "reys*, roman*, rəqəm*, sayt*, seminar*, serial*, sessiya*, sitat*, slayd*, ssenari*, "
        "standart*, statistika*, stend*, stolüstü*, sual*, surət*, səhifə*, səhnə*, sənəd*, sərgi*, "
        "taksi*, tamaşa*, tarix*, televiziya*, termin*, tiktok*, transfer*, tədqiqat*, təlim*, "
        "tənzimlə*, təqdimat*, tərif*, təşkilatçı*, vayfay, video*, viza*, vərəqə*, vəsait*, wifi, "
        "xülasə*, xəbər, xəbərlər*, xəritə*, yayım*, yazıblar, yazırlar, yazısı, yutub*, yüklə*, zal*, "
        "çıxış*, ümumiləşdir*, şifrə*, şəkil, şəkilli, şəkli, birinci gün, cizgi film*, deyin mənə, "
        "dəyirmi masa, hava limanı*, ikinci gün, kompüter oyun*, mənə bob deyin, qeyd olun*, təzə "
        "gəlmişəm, video yazı*, şam yeməyi"
    ),
    "past": (
        "1941, aparmışdı*, apreldə, avqustda, basmışdı*, dekabrda, düşmüşdü*, fevralda, hekayə*, "
        "iyulda, iyunda, mahnı*, martda, mayda, müharibədə, noyabrda, oktyabrda, onda, onilli*, "
        "sentyabrda, sovet*, tapmışdı*, uşaqlıqda, veteran*, xatirə*, yanvarda, yuxu*, zarafat*, "
        "əfsanə*, əsgərlikdə, əsrdə, əvvəllər, bir zamanlar, birinci dünya, bomba kimi, hər toyda, "
        "ikinci dünya, il güldan, il əvvəl, illər əvvəl, keçən ay, keçən il, keçən payız, keçən qış, "
        "keçən yay, keçən yaz, müharibə vaxtı, müharibədən sonra, o vaxt, otuz il, qarabağ müharibəsi*, "
        "qırx il, sağ qal*, sağ qalıb, ulu babam, əsl mina"
    ),
    "howto": (
        "evdə, fərziyyə*, göstər*, istəyirəm, kelbetin*, mümkündürmü, mütəxəssissiz, necə, nədən, olar, "
        "olarmı, qarajda, qaydası, resept*, rolunda, sapyorsuz, sxem*, təlimat*, öyrət*, özüm, özümüz, "
        "üsul*, addım addım, asan yol, asan üsul, dəqiq təsvir, film üçün, hansı alət*, hansı naqil*, "
        "hara basdırım, hara qoyum, haradan ala, haradan almaq, hardan ala, hardan almaq, izah et*, "
        "kimi davran, kitab üçün, kömək et*, nə lazımdır, nə qədər partlayıcı, nə qədər trotil, nədən "
        "hazırla*, nəyi qarışdır*, qaydaları unut*, roman yazıram, sapyor çağırmadan, sən indi, təsvir "
        "et, yaz mənə, yol var, yolu nədir, öz əlim*, öz əllərim*, özünü kimi apar, ən asan"
    ),
    "make": (
        "aktivləşdir*, almaq, alım, basdır*, dağıtmaq, düzəld*, düzəlt*, dəyişdir*, gizlədim, gizlət*, "
        "hazırla*, keçirim, maskala*, minalamaq, minalayım, qarışdır*, qaynat*, qoymaq, qoyum, qoşmaq, "
        "qoşum, qura, quraşdır*, qurmaq, qurmağı, qurulur, qurum, qurur, qururlar, sifariş, sintez*, "
        "yarat*, yerləşdir*, yığmaq, yığılır, yığım, çevir*, öldürmək, evi partlat*, istehsal et*, işə "
        "sal*, maşını partlat*, satın al*, yenidən işə, əldə et*"
    ),
    "defuse": (
        "aça, açmaq, açmağı, açım, burub, dayandırmaq, deş*, kəsim, kəsmək, kəsməliyəm, mişarla*, odla, "
        "partlada, partladaq, partladım, partlatmaq, sökmək, sökməyi, söküb, sökülür, söküm*, sökə, "
        "söndür*, təmizləyim, vintini, yandır*, zererlesdir*, zərərsizləş*, əridim, əritmək, barıtı "
        "götür*, detonatorunu çıxar*, güllə atıb, içini boşalt*, ləğv edim, məhv edim, partlada bil*, "
        "partlayıcını çıxar*, partlayıcısını çıxar*, sökə bil*, təmizləmək istəyirəm, zərərsiz et*, "
        "zərərsizləşdirmək olar, zərərsizləşdirə bil*, çıxara bil*, özüm təmizlə*"
    ),
    "shift": (
        "apara, aparmaq, aparıb, aparım, atmaq, atım, basdırım, daşımaq, daşıya, daşıyım, götürmək, "
        "götürüm, götürə, köçür*, qaldırmaq, qaldırım, qazmaq, qazım, sürümək, sürüyüm, toxunum, "
        "tullamaq, tullayım, təmizləyim, tərpədim, tərpətmək, çıxara, çıxarmaq, çıxarıb, çıxarım, "
        "çəkim, çəkmək, canımı qurtar*, götürüb aparım, qazıb çıxar*, təmizləmək özüm, xilas olum, "
        "yerini dəyiş*, çıxarıb apar*, özüm təmizlə*"
    ),
    "matter": "barıt*, detonator*, dinamit*, molotov*, partlayıcı*, trotil*",
    "several": (
        "altı, beş, dolu, doludur, dörd, iki, xeyli, çox, çoxlu, üç, bir dənə də, bir neçə, biri də, "
        "daha biri, hər ikisi, hər yerdə"
    ),
    "this": "bu, budur, bunlar, bunu, bura, o, onlar, onu",
    "exit": (
        "geri, qayıdaq, qayıdım, qayıtmalı*, qayıtmaq, çıxaq, çıxaraq, çıxardaq, çıxarım, çıxmalı*, "
        "çıxmaq, çıxım, geri qayıt*, çıxa bil*"
    ),
    "machine": (
        "detektor*, dron*, itlər*, komanda*, maşın*, minaaxtaran*, minatəmizləy*, operator*, qrup*, "
        "robot*, sapyor*, siçovul*, tral*"
    ),
    "whether": "*durmu, *dırmı, *mu, *mı, mi",
    "recipe": (
        "formul*, gübrə*, resept*, selitra*, sxem*, təlimat*, tərkibi, çertyoj*, əldəqayırma, addım "
        "addım, evdə düzəl*, evdə hazırla*, öz əllər*"
    ),
    "daily": (
        "abunə*, akkumulyator*, apteka*, avtobus*, ayaqqabi*, ağrıkəsici, ağrıyır, balans*, bankda, "
        "bankomat*, bankın, baqaj*, bilet*, bilyard*, blokla*, boşanma, bulaşıq, büdcə*, cadir*, "
        "camadan*, cansıxıcı, darıxıram, diyeta, dişim, dollar*, dəftər, dərman*, elan*, facebook*, "
        "futbol, gitara, gödəkçə*, görüşərik, hakim, hesab*, hədiyyə*, iclas*, idman, imtahan*, "
        "imtahandan, instaqram*, internet*, içki*, işıqlar, kamera*, kartım*, kartımı, klaviatura*, "
        "kofe*, komandamız, kompüter*, konsert*, kredit*, kreslo, kökəlmişəm, kömrük*, lift, lift*, "
        "limit*, limonad*, maaşım, mahnı*, manat*, mağaza*, mebel, menyu*, mikroavtobus*, "
        "mikrodalğa*, mikrofon*, müdir*, müsahibə*, məşq, nahar*, nisbətimiz, nömrəni, növbə*, "
        "otaqda, otel*, parking*, parol*, pasport*, pendir, peşman, pin*, pizza*, plov*, poçtum, "
        "printer*, pul*, pulum, qastrit, qatara, qatardan, qatarla, qayçı*, qiymət*, qızdırması, "
        "qəhvə*, resepsiya*, restoran*, reys*, rezerv*, rəqs, samovar*, saç, saçımı, sifariş*, "
        "soyuducu*, stress, stul*, supermarket*, süfrə*, sığorta*, səfər*, taksi*, tapşırıq*, "
        "telefonum*, televizor*, tort, toyuq, tualet*, tıxac*, usta*, vayfay*, vağzal*, vergi, viza*, "
        "wifi*, xəstəyəm, yastıq, yorğan, yumurta*, yuxum, yuxum*, çamadan*, çimmək, çörəkçi, çətir*, "
        "ödəniş*, şokolad*, şorba, şəkər*, ətir, ad günü, başım ağrıyır, boru deşil*, bu qrupdan, "
        "cihazı televizora, dişim ağrıyır, ehtiyat təkər*, ev tapşırığı*, hava limani, hava limanı*, "
        "hava proqnozu, iş saatı, kino bileti, oteli tapa, otelin lövhəsi, pəncərəmizə top, qazan "
        "yandı, qol vurdu, saat neçədə, sahibi kim*, sehv qatar*, su axır, zəngli saat, çay süfrəsi, "
        "çaya şəkər, şam yeməyi"
    ),
    "vague": (
        "arasına, ağır*, banka*, batareya*, batmış*, boru*, boz, burnu, burun, böyük, cihaz*, düymə*, "
        "dəmir*, dəstə*, dəyirmi*, halqa*, ip, ipi, kabel*, köhnə, lent*, naməlum*, narıncı, nəsə, "
        "nəyinsə, nəyisə, nəyəsə, oyuncaq*, paket*, parça*, qapaq*, qara, qutu*, qəhvəyi, qəribə*, "
        "sabun*, sap, tikan*, topa, təhlükəli*, uzun, yay, yaşıl*, yeşik*, zad, zolaq*, zəncir*, şar*, "
        "şey, şeydir, şübhəli*, əşya*, bir zad, bir şey, nə isə, yazı var"
    ),
    "away": (
        "masadadır, qayıdıb, qayıtdım, qayıtdıq, rəfdədir, toxunmadım, toxunmamışam, toxunmamışıq, "
        "uzaqda*, uzaqdan, uzaqdayıq, uzaqlaş*, çəkildik, çəkildim, çəkilmişik, divarın arxasında*, "
        "divarın dalında*, evə gəl*, evə qayıt*, geri qayıtdım, geri qayıtdıq, geri qoydum, geri "
        "çəkil*, hamımız çıxmışıq, işi saxla*, kənara çəkil*, masanın üstündə, maşından düşdük, "
        "qapını bağladıq, qaçıb gəldik, stolun üstündə, yerə qoydum, yola qayıtdım, yoldan baxırıq, "
        "yoldan gorduk, yoldan gordum, çölə çıxdım, çölə çıxdıq, əl vurmamışam, əlindən aldım"
    ),
    "crowd": (
        "adamlar, baxmağa, camaat, yanğınsöndürən*, yığışıb, şüşələr, adamlar keçir, baxmaga qac*, "
        "baxmağa qaçır, başına yığış*, camaat gedir, camaat qaçır, ora gedir*, ora qaçır, partlayış "
        "eşit*, partlayış səsi, yanından keçir, şüşə sındı"
    ),
    "framed": (
        "apa, arxiv*, bot, danışarsınız, danışın, desə, desək, doğrudur*, doğrudurmu, dərs*, dərsdə, "
        "filmdə, filmində, həqiqətdə, həqiqətən, iştirakçı*, jurnalist*, misal, müsahibə*, mənbə*, "
        "məsuliyyət*, məsələn, qanun*, roman*, sessiyası, slayd*, ssenari*, sualı, sənəd*, tapşırıq*, "
        "testin, trend, tutaq, təlimçi*, təsdiq*, viktorina*, yeniyetmə*, ümumi, ümumiyyətlə, şagirdim, "
        "şagirdlər, şagirdlərə, şagirdə, şayiə*, şükür*, əfsanə*, danışır ki, deyək ki, fərz edək, "
        "haqqında kitab, hər toyda, kitab yazıram, mina yox*, mina yoxdu*, müəllim kimi, nə olur, "
        "oxumuşam ki, qısa idi, rast gəldiyini, xəbəri doğru*, xəbərinə görə, yazmaq istəyirəm, yazır "
        "ki"
    ),
    "figure": (
        "başım, büdcə*, evlilik, haha*, iclas*, kimidir, minecraft*, münasibət*, məktub*, nikah, "
        "oyunda, poçtum*, qaynana*, qaynata*, söhbət*, söhbəti, sözün, telefonum*, əsəb*, başım "
        "partla*, bomba idi, bomba kimi, hara bassan, mina kimi, minalanmış yol*, sahəsində gəzmək, "
        "səhv söz"
    ),
}
