"""Words that open, point back or ask for more, in English, Azerbaijani, Russian and Turkish.

Azerbaijani and Turkish stand without their own letters; Russian is known in Latin ones too.
"""

INTERJECTIONS = """
ok okay yes yeah no thanks thank good great nice hmm well right interesting cool wow oh ah sure
да нет хорошо ладно спасибо понятно ясно интересно ого ага угу так
yaxsi aydindir tesekkur sagol sag ol oldu tamam beli maraqlidir evet hayir guzel anladim tesekkurler
"""
OPENERS = """
and|and what about|and how about|what about|how about|so|but|also|then|or|plus|as for|and also|and then
а|и|но|ну|ну а|а что насчет|а как насчет|что насчет|как насчет|а что касается|что касается|тогда|также|а вот
а что же|ещё и|а как же|как же|а про|а об|а о|или
ve|bes|bes onda|hem|hem de|yaxsi bes|bes ki|ya|ya da|peki|peki ya|eee
"""
PRONOUNS = """
he she they him her them his hers their theirs it its ones one
он она оно они его ее ему ей ею им ими их нем ней них него нее этого этому этим этом того тому тем там
onu ona onun onlar onlari onlarin onlara onlarda onlardan onda ondan orada oradan ora onunla
bunu buna bunun bundan bunda bunlar bunlari bunlarin burada onlardir kendisi orasi
"""
DEMONSTRATIVES = "that this these those это o bu su eto"
"""They lean where no noun follows: "when was that?" and not "who opened that workshop?"."""
PREPOSITIONS = """
on for in about with by from during without regarding о об обо про для насчет
"""
POSTPOSITIONS = "uzre haqqinda barede baresinde ucun hakkinda"
MORE = """
more detail details detailed further elaborate continue expand longer
подробнее подробней подробно детали деталях детальнее дальше далее продолжай продолжайте больше
etrafli etrafi davam elave tefsilat tefsilati genis daha devam detay detayli ayrinti ayrintili fazla
"""
ELSE = "else другое еще остальное basqa baska diger"
SOURCE = """
source sources reference references citation proof evidence link quote origin
источник источники источника источников ссылка ссылку ссылки цитата доказательства откуда
menbe menbeyi menbesi menbeler qaynaq kaynak kaynagi kaynaklar haradan nereden sitat subut
"""
SAYING = """
said say says told tell wrote write written claims claimed claim states stated announced reported
сказал сказала сказали говорит говорил говорят утверждает заявил заявила написал написала пишет сообщил
dedi deyib deyir soyledi soyleyib bildirib bildirdi yazib yazdi dediler soyluyor diyor
words слова sozler sozleri sozu
"""
KNOWING = """
know знаете знаешь известно взяли взял взята информация bilirsiniz bilirsen biliyorsun biliyorsunuz gelir
"""
WHO = "who whose whom кто кем чьи чей kim kimin kimdir"
ADDRESSING = (
    "you your yours yourself ты тебя тебе тобой твой вы вас вам вами ваш sen sene seni siz size sizi sizin"
)
AROUND = """
please tell give say show me us i want would like to know hear read learn can could you go on let have get
information info some any about it this that the a an of for with from and bit little exactly come
comes came get got where does did is are what whats words which another thing things anything something
example examples instance such as really true happened were was
мне нам про об о этом этого эту это хочу хотел хотела хотелось узнать знать можно можете можешь могли расскажи
расскажите рассказать скажи скажите поподробнее пожалуйста дай дайте покажи покажите бы информации информация
немного чуть в из каков какой какие какая слова что есть кроме вещи например пример примеры точно именно
такое был была было были происходит произошло
mene bize bu bunu bunun o onu haqqinda haqda barede baresinde danis danisin izah et edin ver verin deyin
goster gosterin cox melumat melumati istiyorum isteyirem bilmek istediyim bilgi lutfen zehmet olmasa
ne nedir hansidir edir misal ornek tam nese seyler sey var soz sozler sozleri kime aiddir anlat
anlatin hakkinda
"""
