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
im ive id its whats whos dont doesnt didnt isnt arent cant
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
""",
    "tr": """
ve veya ya da de ki bu şu o bir ile için ama fakat çünkü eğer ise ne nedir neyi kim kimdir kimler hangi
nerede nereye nereden nasıl kaç niye neden zaman oldu olur olan olarak olduğu etti eder edilir var yok
değil ben sen biz siz onlar benim senin onun bizim sizin onların daha çok en her bütün bazı böyle hem evet
hayır sadece artık sonra önce şimdi lütfen söyle söyleyin hakkında demek mi mı mu mü
""",
}

INTERROGATIVES = {
    "en": "who whom whose what which when where why how many much long often far old",
    "ru": "кто что где когда куда откуда почему зачем сколько как какой какая какое какие каких кем чем чей",
    "az": "kim kimlər nə nədir nələr harada harda haradan hara nə vaxt necə neçə niyə hansı",
    "tr": "kim ne nedir nerede nereye nereden zaman nasıl kaç neden niye hangi",
}
"""Words that ask: a heading that holds the same one asks the same."""
