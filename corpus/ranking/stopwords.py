"""Words that carry no subject, and words that ask, by language."""

STOP_WORDS = {
    "en": """
a an the this that these those some any each every all both either neither such same other another
i me we us our you he him his she her it its they them their one ones someone anyone
who whom whose what which when where why how
am is are was were be been being do does did done doing have has had having can could may might must
shall should will would get gets got
and or but if then than so because as while until once again also too only just even still very much
many more most less least few lot lots not no nor yes
of in on at by for with from to into onto over under about after before between during through up down
out off there here now ever never always really actually exactly please tell show give explain describe
know want need like let okay ok hi hello thanks thank say says said mean means meaning meant
thing things something anything way ways kind kinds sort type types difference different
happen happens happened good any use used using help helps helped helping look looks looking
im ive id its whats whos dont doesnt didnt isnt arent cant theyve theyre youre weve hes shes
anybody everybody somebody nobody everyone mr mrs ms sir dear regarding concerning else rather
my myself yourself yourselves himself herself itself ourselves themselves
whether though although since within among around upon per via ago already yet
whole entire quite right true false called ever perhaps maybe ie eg etc teh hwo wher
""",
    "ru": """
а без более бы был была были было быть в вам вас ваш во вот все всё всего всех вы где да даже для до его
ее её если есть еще ещё же за и из или им их к как какая какие какой каких каким какое какую когда кем ко
которая которые который которых кто куда ли либо мне много может можно мой моя мы на над надо нам нас наш
не него нее неё нет ни них но ну о об однако он она они оно от очень по под после потому почему при про
пожалуйста раз расскажи расскажите с сам самый свой себя сколько скажи скажите со так такая такие такой
такое там те тем то того тоже той только том тот ту ты у уже хоть чаще чего чей чем через что чтобы чьё
эта эти это этого этой этом этот эту я является являются означает значит зачем говорил говорила сказал
сказала сказали объясни объясните используется используются использовать используют использует применяется
применяются применяют применять помогает помогают всего часто
всём всем какому какими какую каковы каков какова чём чему нужен нужна нужно нужны вообще насчёт насчет
моего моей моих моему нашего нашей наших вашего вашей ваших ваши наши мои
шла идет идёт шел шёл шло пошла собственно именно лишь около каждый любой любая любые другой другая другие
ради перед можете могу могут должен должна должны
""",
    "az": """
və ya da də ki bu o bir ilə üçün amma ancaq lakin çünki əgər isə nə nədir nədi nəyi nəyə nələr nəler kim
kimdir kimlər kimi kimin kimə kimlərdir hansı hansılar hansıdır harada harda haradadır hara haradan necə
nece neçə neçənci niyə nədən nəçə zaman vaxt vaxtı olub olmuşdur oldu olur olunur olunub edib edir edilir
edilib etmək ettiği var varmı yox deyil mən sən biz siz onlar mənim sənin onun bizim sizin onların mənə
sizə bizə daha çox az ən hər bütün bəzi belə elə həm hə bəli xeyr yalnız artıq hələ sonra əvvəl indi
zəhmət olmasa lütfən xahiş edirəm deyin de göstər izah et edin haqqında barədə barəsində olan olaraq
istifadə edilən olunan kömək tez-tez ən
dedi deyib söylədi bildirib deməkdir mənası demək mı mi mu mü
edə edər edirlər ediblər etdilər etdik etsin etsək edək edəcək edəcəklər edən edənlər etdiyi etdikləri
etmişdir ola olar olmaz olsun olmaq olmuş olacaq olduğu olunmuş olunan olunmaq vardı vardır varsa yoxdur
bilərsiniz bilərsən bilərəm bilərik bilsin deyəndə dedikdə yə ya nin nın nun nün dən dan də başqa artıq
hansılardır
qədər cü cu ci cı idi imiş verir verilir bilər bilir bilirmi bilirlər tez bəhs bağlı görə
""",
    "tr": """
ve veya ya da de ki bu şu o bir ile için ama fakat çünkü eğer ise ne nedir neyi kim kimdir kimler hangi
nerede nereye nereden nasıl kaç niye neden zaman oldu olur olan olarak olduğu etti eder edilir var yok
değil ben sen biz siz onlar benim senin onun bizim sizin onların daha çok en her bütün bazı böyle hem evet
hayır sadece artık sonra önce şimdi lütfen söyle söyleyin hakkında demek mi mı mu mü
""",
    "de": """
der die das den dem des ein eine einen einem einer eines und oder aber ist sind war waren wird werden wurde
wurden hat haben hatte kann können konnte ich du er sie es wir ihr sein seine ihre nicht kein keine mit von
vom zu zum zur in im an am auf aus bei für über um nach durch als wie was wer wen wem wo wann warum welche
welcher welches welchen viele wurde sich auch noch nur so dass wenn
""",
    "fr": """
le la les l un une des du de d et ou mais est sont était étaient a ont avait été être avoir je tu il elle on
nous vous ils elles ce cet cette ces son sa ses leur leurs ne pas plus en dans sur sous par pour avec sans au
aux à que qu qui quoi quel quelle quels quelles où quand comment pourquoi combien se s y c n si
""",
    "es": """
el la los las lo un una unos unas y o pero es son era eran fue fueron ser ha han había de del a al en con
por para sin sobre entre como su sus se le les que qué quién quiénes cuál cuáles cuándo dónde cómo cuánto
cuánta cuántos cuántas no más muy este esta estos estas ese esa yo tú él ella ellos nos si también hay
""",
    "it": """
il lo la i gli le l un uno una e o ma è sono era erano fu ha hanno aveva di del dello della dei degli delle
a al alla ai in nel nella con per da dal dalla su sul sulla tra fra che chi cosa quale quali quando dove come
perché quanto quanti quante non più si suo sua suoi loro questo questa ci anche
""",
    "pt": """
o a os as um uma uns umas e ou mas é são era eram foi foram ser tem têm tinha de do da dos das em no na nos
nas por pelo pela para com sem sobre entre ao aos à que quem qual quais quando onde como quanto quantos
quantas não mais se seu sua seus suas este esta isso ele ela eles também
""",
    "nl": """
de het een en of maar is zijn was waren wordt worden werd werden heeft hebben had kan kunnen van in op aan
met voor door uit bij naar over om te tot als dat die dit deze wat wie waar wanneer hoe hoeveel welke welk
waarom niet geen ook ik je hij zij ze we er hun haar
""",
    "sv": """
en ett den det de och eller men är var vara har hade kan som i på av för med till från om vid under över
vad vem vilka vilken vilket när var hur varför många inte jag du han hon vi att sig sin ett dem
""",
    "da": """
en et den det de og eller men er var være har havde kan som i på af for med til fra om ved under over hvad
hvem hvilke hvilken hvilket hvornår hvor hvordan hvorfor mange ikke jeg du han hun vi at sig sin dem blev
""",
    "no": """
en et ei den det de og eller men er var være har hadde kan som i på av for med til fra om ved under over hva
hvem hvilke hvilken hvilket når hvor hvordan hvorfor mange ikke jeg du han hun vi at seg sin dem ble
""",
    "fi": """
ja tai mutta on oli ovat olivat olla ei se ne hän he tämä nämä että joka jotka mikä mitä kuka ketkä missä
milloin miten miksi kuinka monta kun kuin myös sekä oli sen sitä
""",
    "hu": """
a az egy és vagy de van volt vannak voltak nem hogy mi mit ki kik hol mikor hogyan miért melyik mennyi hány
is meg csak ezt azt ez ebben abban után között szerint
""",
    "pl": """
i oraz lub ale jest są był była było byli być nie się w we na z ze do od o po za przez dla co kto kogo gdzie
kiedy jak dlaczego który która które ile czy to ten ta te jego jej ich że jako
""",
    "cs": """
a i nebo ale je jsou byl byla bylo byli být ne se si v ve na z ze do od o po za pro co kdo koho kde kdy jak
proč který která které kolik to ten ta jeho její jejich že jako
""",
    "ro": """
un o unui unei și sau dar este sunt era erau a fost fi au ai am avea de din la în pe cu pentru prin între
care ce cine cui când unde cum cât câți câte câtă nu mai se său sa lui ei lor acest această acestea al ale
că dacă ca cel cea cei cele
""",
    "ca": """
el la els les l un una i o però és són era va ser ha han de del dels al als en amb per sense sobre que què
qui quin quina quins quines quan on com quant quants no més es seu seva
""",
    "id": """
yang dan di ke dari untuk dengan pada adalah itu ini tidak atau oleh dalam akan telah sebagai juga apa siapa
kapan mana bagaimana mengapa berapa ada mereka ia dia
""",
    "vi": """
là và của các những một có không được trong cho với từ đến ở tại về này đó khi như đã sẽ bị do bởi vào ra
gì ai nào đâu bao nhiêu sao thế mà cũng rất hay hoặc
""",
    "el": """
ο η το οι τα τον την του της των τους τις ένας μια ένα και ή αλλά είναι ήταν έχει έχουν είχε να θα δεν μη με
σε από για στο στη στην στον στους στις στα που πού πώς πως πότε τι ποιος ποια ποιο ποιοι ποιες πόσο πόσα
πόσοι πόσες γιατί ως κατά αυτό αυτή αυτός
""",
    "ar": """
في من إلى على عن مع هو هي هم كان كانت يكون أن إن لا لم لن ما ماذا من متى أين كيف لماذا كم هل أي الذي التي
الذين هذا هذه ذلك تلك و أو ثم قد بين بعد قبل عند كل
""",
    "hi": """
का के की में है हैं था थे थी से को और पर ने यह वह कि जो एक नहीं भी हो होता होती किया कर करने गया क्या कौन
किस किसने किसके कब कहाँ कहां कैसे क्यों कितने कितनी कितना कौन सा सी इस उस लिए द्वारा तक साथ या
""",
    "uk": """
і й та або але є був була було були бути не на в у з із зі до від про по за для що хто кого де коли як чому
який яка яке які скільки це цей ця його її їх
""",
    "he": """
של את על עם אל מן הוא היא הם היה היתה היו לא כי אם או גם זה זאת מה מי איפה מתי איך למה כמה איזה איזו
""",
    "fa": """
و در به از که این آن را با است برای بود شد می یا هم تا بر چه چی کی کجا چگونه چرا چند کدام آیا نیست هر
""",
}

INTERROGATIVES = {
    "en": "who whom whose what which when where why how many much long often far old",
    "ru": "кто что где когда куда откуда почему зачем сколько как какой какая какое какие каких кем чем чей",
    "az": "kim kimlər nə nədir nələr harada harda haradan hara nə vaxt necə neçə niyə hansı",
    "tr": "kim ne nedir nerede nereye nereden zaman nasıl kaç neden niye hangi",
}
"""Words that ask: a heading that holds the same one asks the same."""
