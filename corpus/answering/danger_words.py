"""The words of danger in four languages: what explodes, how people say that they met it, who asks by trade.

An entry that ends in `*` stands for every word that begins so; an entry of several words for that
sequence. Azerbaijani and Turkish may be written without their own letters, Russian in Latin ones.
"""

WORDS: dict[str, dict[str, str]] = {
    # What may explode.
    "object": {
        "en": "artillery, mne, mien, grenai*, grenat*, granad*, granat*, shel, mined, aircraft bomb, mine, mines, landmine*, grenade*, bomb, bombs, bomblet*, shell, shells, rocket*, missile*, mortar*, "
        "projectile*, ordnance, munition*, submunition*, ammunition, ammo, cartridge*, uxo, uxos, ied, ieds, "
        "warhead*, detonator*, fuze*, explosive, explosives, tripwire*, dynamite, tnt, torpedo*, unexploded, booby",
        "ru": "артиллерийск*, авиабомб*, запал*, бомбочк*, минометн*, кассетн*, граната, мина, мину, мины, мине, миной, мин, минами, минах, граната, гранату, гранаты, гранате, гранатой, гранат, "
        "снаряд*, бомб*, ракета, ракету, ракеты, боеприпас*, взрывчат*, взрывное, взрывной, взрывоопасн*, взрывател*, "
        "растяжк*, неразорвавш*, суббоеприпас*, тротил*, динамит*, сву, фугас*, детонатор*, лепесток, патроны",
        "az": "qranat*, granat*, minadayam, minadayıq, minalardayam, aviabomba*, minadı, minadırmı, bombadı, qumbaradı, məftil tələ*, mina, minanı, minaya, minada, minadan, minalar, minaları, minalara, minadır, minası, qumbara*, mərmi*, "
        "bomba*, raket*, sursat*, partlayıcı*, partlamamış*, snaryad*, dinamit*, detonator*, minamyot*, kasset*",
        "tr": "mayındayım, mayındayız, mayınlardayız, mayının, mayından, mayınla, mayında, mayınım, mayınlı, mayınmış, mayındı, misket bombası*, havan topu*, uçak bombası*, bombasıymış, tuzak teli*, tuzak tel*, mühimmatla, mayın, mayını, mayına, mayınlar, mayınları, mayındır, bomba*, bombası, mermi*, roket*, füze*, mühimmat*, "
        "patlayıcı*, patlamamış*, dinamit*, el bombası, havan topu, tuzak bomba",
    },
    # One of them, not the subject in general.
    "plural": {
        "en": "mines, landmines, grenades, bombs, shells, rockets, missiles, mortars, munitions, explosives, projectiles",
        "ru": "мины, мин, минам, минами, минах, гранаты, снаряды, снарядов, бомбы, бомб, боеприпасы, боеприпасов, ракеты",
        "az": "minalar*, minaları*, qumbaralar*, bombalar*, mərmilər*, sursatlar*, raketlər*",
        "tr": "mayınlar*, bombalar*, mermiler*, mühimmatlar*, roketler*, patlayıcılar*",
    },
    # A word after which `mine` or `explosive` only names a subject.
    "compound": {
        "en": "action, clearance, clearing, risk, education, disposal, detect*, awareness, ban, victim*, survivor*, "
        "monitor, convention, treaty, dog, dogs, rat, rats, contamination, problem, survey, removal, removing, policy, "
        "casualt*, accident*, safety, law, laws, worker*, engineer*, company, threat, issue, affected, free, "
        "management, threats, ordnance, production, stockpil*",
    },
    "thing": {
        "en": "ball, disc, plastic, lid, string, tail, object, thing, something, item, device, package, parcel, canister, cylinder, metal, tube, pipe, wires, "
        "fins, wire, bag, box, suitcase",
        "ru": "какой то, какая то, какое то, какие то, какую то, проволок*, пластмассов*, шар, шарик*, кругл*, железн*, хвост*, леск*, находк*, предмет*, штук*, штуковин*, устройств*, железк*, железяк*, пакет*, коробк*, металл*, провод*, цилиндр*, "
        "трубк*, сумк*, нечто, вещь, что то, чемодан*",
        "az": "plastik*, dairəvi*, kürə*, topa, tel, teli, quyruğ*, əşya*, şey, şeyi, şeydir, nəsə, cisim*, cihaz*, paket*, qutu*, metal*, məftil*, dəmir*, qurğu*, çanta*, "
        "bir şey",
        "tr": "plastik*, yuvarlak*, top, tel, teli, tele, kuyruk*, nesne*, cisim*, şey, şeyi, eşya*, paket*, kutu*, metal*, kablo*, demir*, çanta*, bir şey, cihaz*",
    },
    "suspect": {
        "en": "metal, rusty, stretched, across the path, between two trees, green plastic, plastic thing, with a ribbon, button, pressure, metal ball, round metal, bullet shaped, trenches, half in the ground, sticking out, battery, lens, suspicious, strange, weird, unknown, unidentified, dangerous, rusty, rusted, ticking, wires, fins, "
        "explode, buried, half buried, military, war, odd",
        "ru": "металл*, железк*, натянут*, между деревьями, поперек тропы, зелен*, кнопк*, торчит, торчат, в траве, полузакопан*, тика*, лент*, подозрительн*, странн*, непонятн*, неизвестн*, опасн*, ржав*, провод*, военн*, взорват*, тикает",
        "az": "metal*, dəmir*, çəkilib, gərilmiş*, arasına, otun içində, lent*, düymə*, yarısı torpağın*, batmış*, yaşıl*, şübhəli*, qəribə*, naməlum*, təhlükəli*, paslı*, məftil*, partlaya, hərbi, paslanmış*",
        "tr": "metal*, demir*, gerilmiş*, gergin*, arasına, otların*, kurdele*, düğme*, yarısı toprağın*, yeşil*, gömülü*, şüpheli*, garip*, tuhaf*, bilinmeyen*, tehlikeli*, paslı*, kablo*, patlayabil*, askeri, paslanmış*",
    },
    "looks": {
        "en": "this is a, that is a, it is a, its a, is this mine, is that mine, looking like, looks to be, shaped, seem to be, looks like, look like a, looked like, might be a, may be a, could be a, is this a, is it a, is that a, "
        "seems to be, similar to a, resembles",
        "ru": "мина ли, мина это, это что, похожее, похожа, похожи, похож*, кажется это, вроде, напоминает, это мина, это граната, это снаряд, это бомба",
        "az": "minadı, bombadı, minadır, bu mina, oxşar*, bənzər*, oxşayır*, bənzəyir*, deyəsən",
        "tr": "mayın mı, bomba mı, mayına benz*, benziyo*, topuna benzer, benzer*, benziyor*, benzeyen*, galiba, sanırım",
    },
    # How a person says that they met it. The person is in the verb, or stands before it.
    "met": {
        "en": "turned up, washed, washed up, keeps, kept, brought home, came up, stuck in, landed, pulled up, pulled out, hooked, uncovered, bought, inherited, took it, drop, plowing, ploughing, digging, found, saw, spotted, noticed, discovered, stumbled, came across, come across, dug up, unearthed, "
        "uncovered, ploughed, plowed, touched, touching, picked, holding, kicked, brought, sticking, lying, lies, "
        "playing with, plays with, dropped, hit, ran into, sitting, took home, carrying, discover, dug out, fell, "
        "ran over, drove over, seen, left",
        "ru": "вывернул*, зацепил*, вынесло, вынесен*, воткнул*, прилетел*, притащил, хранит, хранится, встретил*, обнаружении, натянута, натянут, попадется, положил, взял, тащит, копали, копал, пахали, пахал, трогает, трогают, застрял*, торчащ*, откопала, нашел, нашла, нашли, нашлась, найден*, находка, вижу, видим, увидел*, видел, видела, видели, заметил*, "
        "обнаружил*, обнаружен*, наткнул*, откопал*, выкопал*, раскопал*, поднял*, подобрал*, тронул*, трогал*, держит, "
        "держу, держат, принес*, играет, играют, лежит, лежат, торчит, торчат, валяется, валяются, вспахал*, упал*, "
        "попал*, попался, попалась, найду, найдем, найдете, найдешь, увижу, увидите, увидишь, задел*, взял, взяла, "
        "взяли, притащил*, висит, наехал*, nashel, nashol, nashla, nashli, naiden, videl, vizhu",
        "az": "partlamıyıb, partlamayıb, ilişdi, ilişib, dəydi, gətirib, tapanda, rastlaşanda, rast gələndə, saxlayır, sancılmış*, sancılıb, şumlayırdıq, şumlayanda, əl vurub, əl vurdu, tərpədib, yerindən tərpət*, çəkilib, gəldi, tapmısam, tapmısınız, gördü, atılıb, üzə çıxdı, minadı, bombadı, tapdım, tapdıq, tapdı, tapıb, tapmışam, tapmışıq, tapıblar, tapdılar, tapıldı, tapılıb, tapsam, tapsaq, "
        "tapsanız, tapanda, gördüm, gördük, görürəm, görürük, gördü, görüb, görmüşəm, görmüşük, görsəm, görsək, "
        "görsəniz, görünür, rast, rastlaş*, qazanda, toxundum, toxunub, toxundu, götürdü, götürüb, götürdüm, oynayır, "
        "oynayırlar, var, vardır, düşüb, düşdü, yatır, qalıb, əlində, əlindədir, aşkar*, gətirib, gətirdi, çıxdı, çıxıb, "
        "basdırılıb, atıblar",
        "tr": "takıldı, çarptı, saplanmış, saplandı, atmış, karşılaşınca, karşılaşırsam, dokunmuş, bırakmış, getirmiş, çıkardı, vurdum, sürerken, kazıyorduk, gerilmiş, duruyorlar, saklıyor, elimde, bulan, düşmüş, buldum, bulduk, buldu, bulmuş, bulundu, bulursam, bulursak, bulduğum*, gördüm, gördük, gördü, görüyorum, "
        "görüyoruz, görürsem, rastladım, rastladık, dokundum, dokundu, aldı, aldım, oynuyor, oynuyorlar, var, vardı, "
        "duruyor, yatıyor, çıktı, kazarken, elinde, düştü, getirdi, denk geldim, bulmuşlar, buldular, gördüler",
    },
    # The same in the present: counts only right after a person, as in "I see" or "if you find".
    "meets": {
        "en": "keep, hold, find, see, spot, notice, discover, touch, hit, dig up, have, got, pick",
    },
    "self": {
        "en": "ours, grandfather, grandma, grandpa, husband, brothers, myself, i, im, ive, we, weve, were, my, our, me, us, id, son, daughter, brother, sister, husband, wife, dad, mum, "
        "mom, father, mother, neighbour, neighbor, neighbours, friend, friends, cousin, uncle, grandson, nephew, kid, "
        "kids, child, boy, boys, girl, dog",
        "ru": "муж*, жена, жену, жене, сын*, дочь, дочк*, дочер*, брат*, сестр*, друг, друга, другу, сосед*, внук*, товарищ*, ребенк*, ребенок, отец, отца, отцу, папа, папу, маму, мама, дед, дедушка, собака, нашел, нашла, ребят*, соседск*, я, мы, мой, моя, мои, мою, моего, моей, моем, мне, нас, нам, наш*, меня, "
        "мальчик*, мальчишк*, ya, moi, "
        "sosed, rebenok, deti, brat",
        "az": "*ımız, *imiz, *umuz, *ümüz, *mışam, *mişəm, *muşam, *müşəm, *mışıq, *mişik, *dım, *dim, *dum, *düm, *dıq, *dik, *duq, *dük, *ıram, *irəm, *uram, *ürəm, *ırıq, *irik, uşağın*, qardaşım*, oğlumun, itim, babam, mənə, tapdım, gördüm, camaat, mən, biz, mənim, bizim, mənə, bizə, oğlum, qızım, uşağım*, uşaq, uşaqlar, qardaşım, bacım, atam, anam, dostum, "
        "qonşum, qonşu*, evim*, bağım*, həyətim*, tarlam*, kəndim*, yanımda, yanımızda, qarşımda, qarşımızda, nəvəm",
        "tr": "*ımız, *imiz, *umuz, *ümüz, *dım, *dim, *dum, *düm, *tım, *tim, *tum, *tüm, *dık, *dik, *duk, *dük, *tık, *tik, *tuk, *yorum, *yoruz, köpeğim, dedem, oğlumun, millet, çocuğumun, buldum, gördüm, ben, biz, benim, bizim, bana, bize, oğlum, kızım, çocuğum*, çocuk, çocuklar, kardeşim, arkadaşım, komşum*, "
        "evim*, bahçem*, tarlam*, köyüm*, yanımda, yanımızda, babam, annem, önümde",
    },
    "place": {
        "en": "site, construction, station, entrance, building, market, bus, metro, hotel, mosque, church, cemetery, riverbank, bed, under his bed, shed, fence, road side, roadside, mountain, bus stop, ruins, rubble, trenches, cave, ground, hiking, bank, house, home, garden, yard, backyard, field, farm, forest, woods, road, street, path, school, river, beach, "
        "playground, park, village, basement, ditch, barn, roof, garage, door, gate, here, outside, orchard, vineyard, "
        "lake, stream, bridge, trail, hill, pasture, kitchen, attic, cellar, apartment, courtyard, kindergarten, well",
        "ru": "стройке, стройка, вокзал*, метро, рынке, входа, кладбищ*, сарай, сарая, сарае, трав*, остановк*, завал*, подъезд*, канав*, яме, яму, тропе, тропу, деревьями, горах, берег, огород*, сад, саду, саде, двор*, поле, лес, лесу, дорог*, дом, дома, доме, домом, школ*, речк*, реке, реки, "
        "рекой, берег*, участк*, улиц*, подвал*, деревн*, селе, села, парк*, пляж*, рядом, возле, здесь, тут, гараж*, "
        "чердак*, колодц*, мост*, мосту, пастбищ*, детск*, площадк*, озер*, даче, дачу, тропинк*, обочин*, ogorod*, "
        "dvor*, lesu, pole, doroge",
        "az": "tikinti*, dayanacaqda, bazarda, qəbiristan*, torpaqda, otun*, sahilinə, sahilində, dağda, dayanacaq*, xarabalıq*, arxda, yoldan, ağacın*, torpağın*, bağda, bağçada, bağın, həyət*, tarla*, evdə, evin, evimiz*, yolda, yolun, məktəb*, meşə*, çayda, çayın, kənddə, "
        "kəndin, küçə*, sahədə, sahəsində, burada, burda, buradadır, yanında, yaxınlığında, zirzəmi*, otlaq*, bostan*, "
        "dərədə, körpü*, parkda, qaraj*, bağımız*, həyətdə",
        "tr": "inşaat*, durakta, pazarda, mezarlık*, patika*, ahır*, kenarında, kenarına, durak*, dağda, otların*, ağacın*, toprağın*, çatısı*, bahçe*, evde, evin, tarlada, tarlanın, yolda, yolun, okul*, orman*, nehirde, nehrin, köyde, köyün, sokak*, "
        "arsa*, burada, burda, yanında, yakınında, bodrum*, parkta, garaj*, merada, köprü*, derede",
    },
    "there": {
        "en": "there is, theres, there are, there was, there were, here is, heres, we have a, i have a, we got a, i got a",
        "ru": "у нас, у меня, под окном, перед нами, передо мной",
        "az": "burada, qarşımızda, yanımızda",
        "tr": "burada, önümüzde, yanımızda",
    },
    "help": {
        "en": "who should i tell, whom should i tell, who should i inform, whom do i tell, can i move, can we move, should i cut, should i call, should i touch, is that ok, is it ok, is that safe, now what, how to behave, how should we behave, how do i behave, can i touch, should we leave, where to report, how to report, help me, help us, please help, need help, what should i do, what should we do, what do i do, what do we do, "
        "what to do, what now, what can i do, what must i do, what shall i do, emergency, urgent, urgently, sos, "
        "who do i call, who should i call, whom should i call, who to call, where do i call, is it dangerous, is it safe, "
        "how should i act, how do i report, where do i report, who do i tell, send someone, come quickly",
        "ru": "можно ли трогать, можно я, так можно, что дальше, как вести себя, как себя вести, это опасно, обрезать, куда деваться, что теперь, скажите что делать, не взорвал*, помогите, спасите, что делать, что мне делать, что нам делать, как быть, срочно, куда звонить, кому звонить, "
        "куда сообщить, как поступить, как действовать, sos, chto delat, pomogite, опасно ли, приезжайте, куда обращаться",
        "az": "toxunmaq olar, yaxınlaşmaq olar, götürmək olar, tərpətmək olar, nə olar, indi nə, necə davran*, kəsim, toxunum, çəkə bilərəm, olarmı toxun*, bu nədir, deyin nə edim, nə edəsən, zəng edim, kömək, nə edim, nə edək, nə etməli*, nə edə, təcili, hara zəng, kimə zəng, kimə xəbər, hara xəbər, xilas, "
        "imdad, nə etmək lazım, nə edirəm, təhlükəlidir",
        "tr": "yardıma, yardım lazım, keseyim mi, nasıl davran*, ne yapacağız, ne yapmalıyım, kimi arıyor*, kimi arıyoruz, çekebilir miyim, tehlikeli, söyleyin, şimdi ne, dokunayım mı, yardım edin, imdat, ne yapmalı*, ne yapayım, ne yapalım, acil, kimi aramalı*, nereyi aramalı*, kime haber, "
        "ne yapmam, ne yapacağım, kurtarın, tehlikeli mi",
    },
    # In it, on it, or hit by it.
    "field": {
        "en": "skull*, red sign*, red triangle*, danger sign*, warning sign*, mined signs, mined, is mined, were mined, are mined, mined valley, mine sign*, mines sign*, mine warning*, mine tape*, danger mines, mine danger, minefield*, mine field, mined area, mined land, mined field, mined road, mined zone, mined place, "
        "among mines, between mines, middle of mines, mines around, mines all around, mines everywhere, danger zone",
        "ru": "череп*, черепом, знаки мин*, знак мин*, красные таблички, табличк*, заминированном, с минного поля, таблички мины, табличка мины, надписью мины, знак мины, где мины, минных полях, минном, минное поле, минном поле, минного поля, минному полю, минными полями, заминирован*, среди мин, вокруг мины, "
        "кругом мины, вокруг нас мины, minnom pole, minnoe pole, zaminirovan*, везде мины",
        "az": "kəllə*, qırmızı nişan*, minalı sahə*, mina nişanı*, mina lenti*, minalı ərazi*, kəllə nişanı*, minalı yer*, minalanıb, mina sahəsi*, minalı, minalanmış*, minaların arasında*, ətrafımız mina*, ətrafda minalar, hər yer mina*, "
        "mina zonası*, minalıdır, minaların içində*",
        "tr": "kurukafa*, kırmızı levha*, mayın levhası*, mayın şeridi*, mayın tabelası*, mayınlı arazi*, mayın tarlasından*, mayınlıymış, mayınlı, mayın tarlası*, mayınların arasında*, her yer mayın, etrafımız mayın*, mayınlanmış*, mayın bölgesi*",
    },
    "being": {
        "en": "im on the, wrong side, sitting in the car, can we walk out, walk out, got lost, lost the path, wandered off, get out, still in, we got, i am, im, we are, were, i walked, we walked, we entered, i entered, i drove, we drove, stuck, trapped, lost, "
        "i think i, we think we, surrounded, around us, around me, cant move, cannot move, ended up, "
        "wandered, cant get out, how do i get out, how do we get out, i just, my car, our car, my tractor, went into, "
        "walked into, walked onto, strayed, crossed into, get out of",
        "ru": "на заминированном, где я, сбился, сбились, отошел, отошла, с той стороны, выйти, вокруг, с двух сторон, оказался, я, мы, стою, стоим, зашел, зашли, зашла, попал*, оказал*, застрял*, заблудил*, заехал*, нахожусь, находимся, "
        "вокруг нас, вокруг меня, не могу выйти, как выйти, как выбраться, выбраться, вошел, вошли, кругом, стоит, "
        "забрел*, ушел, ушли, побежал*, побежала, застрял",
        "az": "çıxmaq olar, tərəfindəyəm, itirmişəm, azdım, çıxmaq, qalmışıq, o biri tərəf*, mən, biz, *dəyəm, *dəyik, *dayam, *dayıq, içindəyəm, içindəyik, girdim, girdik, girib, girmişəm, girmişik, düşdüm, "
        "düşdük, düşmüşəm, düşmüşük, düşüb, ilişib, qaldım, qaldıq, qalmışam, qalmışıq, dayanmışam, dayanmışıq, necə çıxım, "
        "necə çıxaq, azmışam, azmışıq, ətrafımız*, çıxa bilmirəm, çıxa bilmirik, hər yer",
        "tr": "nasıl çıkılır, yoldan çıktım, kaldı, saptım, çıkabilir miyiz, çıkabilir miyim, kayboldum, ben, biz, *deyim, *deyiz, *dayım, *dayız, içindeyim, içindeyiz, girdim, girdik, girmişim, girmişiz, düştüm, "
        "düştük, mahsur, kaldım, kaldık, kayboldum, kaybolduk, nasıl çıkarım, nasıl çıkarız, etrafımız*, çıkamıyorum, "
        "çıkamıyoruz, her yer, kendimi",
    },
    "step": {
        "en": "standing on one, standing on it, standing on something, stepped on one, stepped on it, stepped on something, stepped over, between them, between two mines, stood on it, stood on something, caught on a tripwire, foot is caught, foot caught, stepped on, step on, stepping on, stepped onto, standing on, stood on, stand on, trod on, treading on, "
        "foot is on, foot on, foot on top, under my foot, under my feet, under my shoe, under my boot, beneath my foot, "
        "under his foot, under her foot, under our feet, foot down on, on top of a, walked on, "
        "walked over, put my foot, stepped in, sat on, lift my foot, move my foot, my leg on",
        "ru": "зацепил ногой, нога зацепил*, ногой растяжк*, ногой зацепил*, наступил*, ступил*, стою на, стоит на, стоим на, под ногой, под ногами, под моей ногой, под ботинком, "
        "нога на, ногой на, nastupil*, stoiu na, наступлено, поднять ногу, убрать ногу, под стопой, встал на, встала на",
        "az": "minaya basıram, basıram, ayağımı minadan, ayağım məftil*, ayağım ilişib, basdım, basdı, basıb, basmışam, basmışıq, basdıq, ayağımın altında*, ayağının altında*, ayaqlarımın altında*, "
        "ayağım altında*, üstündəyəm, üstündə dayan*, üzərində dayan*, üstündə dur*, üstünə çıx*, ayağımı qaldır*, "
        "ayağımın altı*, üstə dayan*, üzərindəyəm",
        "tr": "basıyorum, basıyoruz, basmış durumdayım, ayağım tuzak*, ayağım takıldı, ayağım tele, tuzak teline takıld*, bastım, bastı, basmış, basmışım, bastık, ayağımın altında*, ayağının altında*, üstündeyim, üzerindeyim, "
        "üstünde dur*, üzerinde dur*, ayağımı kaldır*, ayağımın altı*, üstüne bas*, üzerine bas*",
    },
    # On it, said in one word or two: nothing else needs to be named.
    "on": {
        "en": "am on, im on, are on, is on, hes on, shes on, was on, were on, still on, standing on, stuck on",
        "ru": "я на, мы на, он на, она на, стою на, стоит на, стоим на, нога на",
        "az": "minadayam, minadayıq, minalardayam, minalardayıq, minanın üstündəyəm, minanın üstündəyik",
        "tr": "mayındayım, mayındayız, mayınlardayız, mayının üstündeyim, mayının üzerindeyim",
    },
    # Without a way back.
    "lost": {
        "en": "got lost, am lost, are lost, im lost, were lost, lost the path, lost our way, lost my way, lost the road, "
        "go back, way back, get back",
        "ru": "заблуд*, сбил*, потерял дорогу, потеряли дорогу, не знаю как выйти, не знаем как выйти, куда идти",
        "az": "azmış*, azdı*, yolu itir*, yolumu itir*, geri qayıda bilm*",
        "tr": "kaybol*, yolumu kaybet*, yolu kaybet*, geri dönem*",
    },
    "click": {
        "en": "click, clicked, clicking",
        "ru": "щелчок, щелчка, щелкн*, щелкает, щелкнул*, clik, shelchok",
        "az": "çıqqılt*, şıqqılt*, klik, çıq",
        "tr": "tık, tıklama, klik, çıt, tıkırtı",
    },
    "underfoot": {
        "en": "foot, feet, leg, shoe, boot, under me, beneath me, stepped, underfoot",
        "ru": "нога, ногой, ногу, ноги, ногами, ботинк*, подо мной, наступил*, под мной, nogoi",
        "az": "ayağım*, ayağ*, altımda, ayaq*",
        "tr": "ayağım*, ayağ*, altımda, ayak*",
    },
    "blast": {
        "en": "exploded, explosion, blew, blown, detonated, went off, blast",
        "ru": "подорвался, подорвалась, взорвалась, рвануло, рванула, подорвались, взорвал*, подорвал*, взрыв, взрывом, рвануло, podorvalsia, vzorvalas, сдетонировал*",
        "az": "partladı, partlayış, partlayıb, partlayışı, partlayışdan, minaya düşdü, minaya düşüb, minaya düşmüş*",
        "tr": "patladı, patlama, patlamış, patlamada",
    },
    "hurt": {
        "en": "injured, wounded, hurt, bleeding, blood, unconscious, lost his lost a leg, lost her leg, dying, dead, "
        "leg, screaming, blown up",
        "ru": "оторван*, оторвана, без ноги, оторвало, ступню, ранен*, ранил*, кровь, кровью, крови, кровотечен*, без сознания, оторвал*, умирает, пострадал, кричит",
        "az": "ayağı qopdu, ayağı qopub, yaralandı, yaralanıb, yaralı*, yaralanmış*, qan, qanaxma, ayağını itir*, huşunu, ölür",
        "tr": "koptu, ayağı koptu, yaralandı, yaralanmış, yaralı*, kan, kanıyor, kanama, bacağını, bilinci, ölüyor",
    },
    "someone": {
        "en": "children, pupils, students, he, she, someone, somebody, man, woman, person, people, guy, colleague, shepherd, farmer, cow, sheep, "
        "passenger, driver, they, tractor, car",
        "ru": "дети, детей, детям, ребята, он, она, кто то, человек, мужчин*, женщин*, люди, коллега, пастух, фермер, корова, трактор, машина",
        "az": "o, kimsə, adam, kişi, qadın, insan, çoban, fermer, inək, traktor, maşın, biri",
        "tr": "o, birisi, biri, adam, kadın, insan, çoban, çiftçi, inek, traktör, araba",
    },
    # Asking for a recipe.
    "howto": {
        "en": "how to, how do i, how do you, how do we, how can i, how can we, how can you, how could i, how could we, "
        "how would i, how would you, how should i, how should we, how i can, how can one, how does one, how might one, "
        "teach me, show me how, tell me how, tell me exactly how, explain how, describe how, instructions, instruction, "
        "recipe, step by step, guide, tutorial, ways to, best way, can i, could i, should i, may i, i want to, i need to, "
        "i would like to, help me, is it ok to, is it safe to, is it possible to, diy, homemade, blueprint, schematic, "
        "ingredients, give me, what do i need to, what is needed to, what do you need to, procedure, "
        "steps, let me, im going to, i am going to, how must, materials, manual for, what tools",
        "ru": "как, научи*, покажи, расскажи*, объясни*, инструкц*, рецепт*, можно ли, хочу, помоги*, руководств*, пошагов*, "
        "схема, чертеж, самому, самостоятельно, из чего, способ*, kak, что нужно чтобы, в домашних условиях, можно мне",
        "az": "necə, öyrət*, göstər*, izah et*, təlimat*, resept*, olarmı, istəyirəm, kömək et*, addım addım, sxem*, özüm, "
        "nədən, üsulu, qaydası, evdə, olar",
        "tr": "nasıl, öğret*, göster*, anlat*, talimat*, tarif*, olur mu, istiyorum, yardım et*, adım adım, şema*, kendim, "
        "evde, yöntemi, neyle",
    },
    "passive": {
        "en": "how is a, how is an, how are, how is the, how were",
    },
    "make": {
        "en": "build, building, make, making, made, construct, constructing, assemble, assembling, create, manufacture, "
        "craft, produce, plant, planting, lay, laying, rig, arm, arming, armed, prime, set up, put together, "
        "activate, bury, wire up, built, constructed, assembled, acquire, buy, get hold of, hide",
        "ru": "как делать, как делают, из чего делают, как делается, сделать, изготов*, изготавл*, собрать, собирать, создать, построить, смастерить, заложить, "
        "закладыват*, установить, устанавливать, поставить, ставить, заминировать, минировать, взвести, приготовить, "
        "сварить, активировать, купить, sdelat, sobrat, соорудить, закопать, сконструировать",
        "az": "minalamaq, minalayım, hazırla*, düzəlt*, düzəld*, quraşdır*, qurmaq, qurum, qurulur, qura, qurur, yığmaq, yığılır, yarat*, basdır*, "
        "aktivləşdir*, almaq, gizlət*, istehsal et*",
        "tr": "yapılır, yapmak, yaparım, yapabilirim, yapayım, yapımı, kurmak, kurulur, kurarım, hazırla*, döşe*, üret*, "
        "imal*, aktif et*, yerleştir*, gömmek, gömerim, satın al*",
    },
    "defuse": {
        "en": "open up, open, defuse, defusing, disarm, disarming, deactivate, deactivating, disable, disabling, neutralise, neutralize, "
        "neutralising, neutralizing, dismantle, dismantling, take apart, taking apart, unscrew, cut the wire, "
        "detonate, detonating, trigger, set off, blow up, blowing up, destroy, render safe, pull the pin, "
        "take out the, remove the fuze, remove the detonator, explode, burn, saw, extract, melt",
        "ru": "обезвредить, обезвреживать, обезврежу, разминировать, разобрать, разбирать, разрядить, вскрыть, открыть, "
        "взорвать, подорвать, уничтожить, детонировать, деактивировать, выплавить, распилить, obezvredit, razobrat, "
        "razminirovat, снять с боевого, вытащить, сжечь, разоружить, нейтрализовать",
        "az": "zərərsizləşdirim, zərərsizləşdirmək, zərərsizləşdirə, zərərsizləşdirək, zərərsizləşdirmə, zərərsizləşdirirəm, "
        "zərərsizləşdiririk, zərərsizləşdirəcəy*, sökmək, söküm, sökə, sökülür, söküb, açmaq, açım, aça, partlatmaq, "
        "partladım, partlada, partladaq, ləğv edim, təmizləyim, yandır*, kəsim, məhv edim",
        "tr": "etkisiz, imha ederim, imha edebilirim, sökmek, sökerim, sökebilirim, sökülür, açmak, açarım, patlatmak, "
        "patlatırım, patlatabilirim, çözerim, zararsız, yakarım, devre dışı",
    },
    "shift": {
        "en": "move, moving, carry, carrying, transport, remove, removing, lift, relocate, throw, dig out, dig up, pick up, "
        "take away, take home, bring home, get rid of, drag, push, pull out, touch, keep, collect, clear",
        "ru": "перенести, переносить, перевезти, передвинуть, убрать, достать, вынести, поднять, выкопать, забрать, оттащить, "
        "выбросить, переместить, потрогать, сдвинуть, извлечь, унести, ubrat",
        "az": "daşımaq, daşıyım, daşıya, köçür*, aparım, aparmaq, apara, çıxarım, çıxarmaq, çıxara, götürüm, götürmək, götürə, "
        "qaldırım, qaldırmaq, tərpətmək, tərpədim, atım, toxunum, yerini dəyiş*",
        "tr": "taşımak, taşırım, taşıyabilirim, kaldırırım, kaldırmak, çıkarırım, çıkarmak, götürürüm, götürmek, atarım, "
        "yerini değiştir*, hareket ettir*, alabilirim",
    },
    # On every side: more than one, and the person between them.
    "around": {
        "en": "and another one behind, and behind, ahead and another, ahead and behind, around me, around us, all around, on both sides, both sides, everywhere around, behind me, behind us, "
        "every side, on all sides, surrounded, everywhere",
        "ru": "вокруг, кругом, со всех сторон, с двух сторон, сзади, позади, повсюду",
        "az": "hər yer*, ətrafım*, hər tərəf*, arxada, iki tərəf*, hər yan*, dörd tərəf*, hər yerdə, arxamda",
        "tr": "etrafım*, her yan*, her yer*, iki taraf*, arkamda, dört yan*, her taraf*",
    },
    # Who asks by trade, and of what.
    "trade": {
        "en": "eore, mre, preparing, explain to, farmers, taught, teach, schoolchildren, liaison, returnees, quality, missed, organisation, historical, history, deployed, contaminated, contamination, landmark, volunteers, villages, communities, civilians, national, types, type of, difference, deminer*, sapper*, demining, robot*, rat, rats, drone*, detector*, team, teams, technolog*, method*, "
        "machine*, specialist*, expert*, standard*, imas, statistic*, survey*, operator*, soldier*, army, "
        "authorit*, organisation*, organization*, countr*, humanitarian, eod, engineers, dogs, animals, animal, "
        "states, treaty, convention, radar, sensor*, ngo, ngos, percent, cost, costs, price, artificial, ai, "
        "presentation, speaker*, government*, anama, un, undp, software, database, stockpile*, article, "
        "imsma, approach*, professionals, companies, manufacturers, campaign*, training, trained, lesson, lessons",
        "ru": "стране, странах, странам, азербайджане, машинами, машины для, eore, занятие, урок*, школьник*, фермерам, учат, обуч*, качеств*, переселенц*, связям, виды, видов, типы, типов, истори*, разниц*, жертв*, пострадавш*, сообществ*, общин*, добровольц*, сапер*, робот*, собак*, крыс*, дрон*, беспилотник*, детектор*, миноискател*, металлоискател*, команд*, "
        "технолог*, метод*, специалист*, эксперт*, стандарт*, семинар*, статистик*, "
        "организац*, анама, оон, конвенц*, договор*, радар*, датчик*, процент*, стоимость, доклад*, операц*, "
        "проект*, программ*, гуманитарн*, конференц*, животн*, искусственн*",
        "az": "eore, dərs*, məktəblilərə, öyrədil*, keyfiyyət*, köçkün*, növ*, tarix*, fərq*, qurban*, icma*, könüllü*, torpağı, çirkləndir*, təmizlənir, maşınlarla, təlim*, minaaxtaran*, minatəmizləyən*, sapyor*, robot*, itlər*, siçovul*, dron*, detektor*, komanda*, texnologiya*, "
        "üsullar*, metod*, maşınlar*, mütəxəssislər*, ekspert*, standart*, seminar*, statistika*, ölkə*, təşkilat*, anama, "
        "bmt, konvensiya*, müqavilə*, radar*, sensor*, faiz*, qiymət*, layihə*, proqram*, humanitar*, konfrans*, heyvan*",
        "tr": "kurban*, temizlenir, temizlenen, eore, ders*, eğitim*, kalite*, türleri, tarih*, fark*, mağdur*, topluluk*, gönüllü*, yapay zekâ, yapay zeka, uydu*, tespit*, öğretil*, mayın arama*, robot*, köpek*, sıçan*, drone*, dedektör*, ekip*, teknoloji*, yöntemler*, makine*, uzman*, "
        "standart*, çalıştay*, istatistik*, ülke*, kuruluş*, sözleşme*, radar*, sensör*, proje*, program*, insani*",
    },
    # What makes "I found" the start of something read or heard.
    "media": {
        "en": "a report, the report, session on, talk on, talk, presentation, session, article, video, film, movie, slides, slide, book, lecture, "
        "speech, website, page, link, document, documents, brochure, poster, statistics, figures, news, exhibition, "
        "museum, course, training, paper, study, research, interesting, useful, passage, "
        "information, data, game, song, photo, picture, pictures, documentary, standard, question, answer",
        "ru": "игра, игру, игры, игре, доклад*, отчет*, презентац*, сесси*, стать*, видео, фильм*, слайд*, книг*, лекци*, речь, сайт*, страниц*, "
        "документ*, статистик*, новост*, выставк*, музе*, семинар*, конференц*, курс, исследован*, интересн*, полезн*, "
        "информац*, данные, песн*, фото*, картин*, вопрос*",
        "az": "hesabat*, məruzə*, təqdimat*, sessiya*, məqalə*, video*, film*, slayd*, kitab*, mühazirə*, çıxış*, sayt*, "
        "səhifə*, sənəd*, statistika*, xəbər, xəbərlər*, sərgi*, muzey*, seminar*, konfrans*, kurs, tədqiqat*, maraqlı*, "
        "məlumat*, oyun*, mahnı*, şəkil, şəkli, sual*",
        "tr": "rapor*, sunum*, oturum*, makale*, video*, film*, slayt*, kitap*, konuşma*, site*, sayfa*, belge*, istatistik*, "
        "haber, haberler*, sergi*, müze*, çalıştay*, konferans*, kurs, araştırma*, ilginç*, bilgi*, oyun*, şarkı*, soru*",
    },
    "asks": {
        "en": "how, what, who, when, which, where, why, does, do, did, is, are, was, were, can, could, whose, has, have, "
        "list, explain, define, describe, tell, compare, should, will, would",
        "ru": "как, кто, что, когда, где, почему, сколько, какие, какой, какая, какое, каких, какими, чем, зачем, расскажи, "
        "объясни, опиши, назови, kak, kto, chto, kogda, gde, skolko",
        "az": "necə, kim, nə, hansı, harada, harda, niyə, neçə, nədir, kimdir, izah, nələr, haqqında",
        "tr": "nasıl, kim, ne, hangi, nerede, neden, kaç, nedir, kimdir, hakkında",
    },
    "counts": {
        "en": "how many, how much, how often, how long, number of, cost of, price of",
        "ru": "сколько, количество, число, стоимость, skolko",
        "az": "neçə nəfər, neçə mina, neçə ədəd, neçə insan, neçə ölkə, neçə faiz, sayı, nə qədər",
        "tr": "kaç, sayısı, ne kadar",
    },
    "supposing": {
        "en": "if i, if we, if you, if a child, if my, if someone, when i, when you, in case i, in case you, suppose i",
        "ru": "если, esli, в случае",
        "az": "sam, əgər, *sam, *saq, *səm, *sək, *sanız, *səniz",
        "tr": "eğer, *sam, *sak, *sem, *sek, *sanız, *seniz",
    },
}
