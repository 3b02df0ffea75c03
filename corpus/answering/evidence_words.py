"""The words of the evidence model in four languages: appearance, events, people, trade.

Entries are written as in `danger_words`: `*` ends a beginning or starts an ending,
several words are a sequence.
"""

EVIDENCE: dict[str, dict[str, str]] = {
    # What explodes, by names and kinds.
    "ordnance": {
        "en": "fuse, fuses, rgd*, pmn*, tm 62, claymore, live round*, mortar round*, dud, duds, torpedo*, "
        "petal mine, butterfly mine, shell, grenade*, bomb, mine, missile*, rocket*, bullets, "
        "cartridges, anti tank, tripwire*, trip wire*, gunpowder, prongs, detonator*, ammo, "
        "ammunition, cluster*, mortar*, landmine*, booby, warhead*, artillery, munition*, "
        "explosive, explosives, anti personnel, stick of dynamite, tnt, uxo, nade, mines",
        "ru": "ргд, эфк*, пмн*, запал*, торпед*, патрон*, тротил*, шашк*, растяжк*, снаряд*, гранат*, "
        "бомб*, мина, мину, мины, мине, миной, усик*, усики, лепесток, лепестки, ракет*, "
        "боеприпас*, авиабомб*, гильз*, фугас*, взрывател*, детонатор*, кассетн*, минометн*, "
        "снаряды, патроны, гранату, фаустпатрон*, ф1, лимонк*, динамит*, взрывчатк*, "
        "противотанков*, ptm*, minu, mina, snarjad*, granat*, bomb*",
        "az": "patron*, güllə*, top gülləsi, detonator*, fitil*, rgd*, mərmi*, qumbara*, mina, minanı, "
        "minaya, minadır, minadı, bomba*, raket*, snaryad*, sursat*, granat*, torpeda*, tələ, "
        "lepestok*, fişəng*, minamyot*, kasset*, dinamit*, trotil*, partlayıcı*, qranat*, güllələr, "
        "mərmisi",
        "tr": "fişek*, kovan*, fünye*, tapa, tapası, fitil*, torpil*, torpido*, barut*, rgd*, mermi*, el "
        "bombası*, bomba, mayın, mayını, mayına, roket*, füze*, mühimmat*, havan mermisi*, pimi, "
        "kapsül*, dinamit*, misket*, patlayıcı*, havan*, tnt, bombası, top mermisi, mayınlar, el "
        "bombaları",
    },
    # What it looks like, where its finder has no name for it.
    "shape": {
        "en": "ball, balls, disc, disk, tube, tubes, cylind*, metal*, iron, rusty, rusted, plastic, wire, "
        "wires, ribbon*, fin, fins, wings, button*, prong*, spike*, lid, box, crate, block*, soap, "
        "propeller*, tail, canister*, tin, thing, thingy, object, something, device, heavy, pointy, "
        "pointed, round, cable*, handle, buried, sticking, green, silver, smoking, ticking, "
        "package, cord, peg*, stake*, plate, stick, batteries, suspicious, weird, strange, pipe, "
        "flat, hole, parachute, antenna, string, tripwire*, egg, toy, toys, nose, spring, lever, "
        "clip, tape, taped, casing, barrel, lump, brass, cone, trap, rod, rods, stub, stripe*, "
        "yellow, orange, brown, petal*, pin, ring, rope, underground, old, square, leaking, "
        "beeping, unknown, strap, cap, bottle, sack",
        "ru": "шарик*, шар, диск*, труб*, цилиндр*, металл*, желез*, ржав*, пластмасс*, пластик*, "
        "проволк*, проволок*, провод*, лент*, перь*, крыл*, кнопк*, штырь, штыр*, крышк*, ящик*, "
        "брус*, мыл*, пропеллер*, хвост*, банк*, штук*, хрен*, предмет*, что то, чего то, какой то, "
        "какая то, какую то, какое то, какие то, тяжел*, остр*, кругл*, кабел*, ручк*, торч*, "
        "зелен*, серебр*, дым*, тика*, сверт*, колышк*, палк*, батаре*, подозрительн*, странн*, "
        "плоск*, железяк*, леск*, кольц*, оперен*, леска, болванк*, пружин*, парашют*, рычаг*, "
        "антенн*, игрушк*, кольцо, чек*, конус*, гильз*, веревк*, латун*, желт*, оранжев*, полоск*, "
        "коричнев*, нитк*, усик*, спиц*, бочк*, неизвестн*, непонятн*, короб*, фигн*, хрень, "
        "хреновин*, штуковин*, нечто, спичк*, мешок, заряд*, tyazhel*, zhelez*",
        "az": "kürə*, şar*, disk*, boru*, silindr*, metal*, dəmir*, paslı*, paslan*, plastik*, məftil*, "
        "naqil*, lent*, qanad*, düymə*, qapaq*, qutu*, yeşik*, sabun*, pərvanə*, quyruq*, quyruğ*, "
        "banka*, nəsə, nese, bir şey, əşya*, cisim*, ağır*, sivri*, dairəvi*, dəyirmi*, yumru*, "
        "yastı*, kabel*, dəstə*, tüstü*, yaşıl*, gümüşü*, paket*, ip, paya*, çubuq*, batareya*, "
        "şübhəli*, qəribə*, halqa*, ucu, tikan*, mismar*, parça*, parça, yay, yaylı, paraşüt*, "
        "antena*, oyuncaq*, konus*, sap, sapı, sarı, narıncı, qəhvəyi, zolaq*, mis, kip, naməlum, "
        "köhnə, kohne, dəyirmi, girdə, kisə, sim, simlər, zəncir*",
        "tr": "küre*, disk*, boru*, silindir*, metal*, demir*, paslı*, paslan*, plastik*, tel, teli, "
        "tele, telle, teller*, kurdele*, kanat*, kanad*, düğme*, kapa*, kutu*, sandık*, sandığ*, "
        "sabun*, pervane*, kuyruk*, kuyruğ*, teneke*, bir şey, bişey, bi şey, nesne*, cisim*, "
        "ağır*, sivri*, yuvarlak*, yassı*, kablo*, kulp*, duman*, yeşil*, gümüş*, paket*, kazık*, "
        "çubuk*, pil, piller, şüpheli*, garip*, tuhaf*, halka*, tüp*, kasa, şeyler, topraktan, yay, "
        "yaylı, paraşüt*, anten*, oyuncak*, koni*, sarı, turuncu, kahverengi, şerit, pirinç, ip, "
        "misina, bilinmeyen, eski, kare, çuval, zincir*, yumurta*, çıkıntı*",
    },
    # That it has not gone off, or may.
    "dud": {
        "en": "didnt go off, did not go off, didnt explode, did not explode, hasnt gone off, hasnt "
        "exploded, unexploded, never went off, never exploded, can they explode, will it explode, "
        "could explode, might explode, can it explode, go off, blow up, without pin, pin is",
        "ru": "не взорва*, не разорва*, может взорва*, могут взорва*, взорвется, взорватся, взорваться, "
        "рванет, не сработал*, неразорвавш*, чека, чеки, без чеки, кольцо выдернут*",
        "az": "partlamadı*, partlamayıb*, partlamıyıb*, partlamaz, partlaya bilər, partlayar*, "
        "partlamamış*, partlıyar, partlaya",
        "tr": "patlamadı*, patlamamış*, patlar mı, patlar, patlayabil*, patlayacak, patlamaz, pimi, pimsiz",
    },
    # How it was met, or what somebody does with it.
    "met_it": {
        "en": "kicked, banged, dragged, fished, swept, uncovered, dropped, fell, hauled, chewing, picked, "
        "hit, squeezed, wedged, loaded, found, saw, spotted, dug, brought, bring, washed, "
        "collected, collects, landed, stuck, noticed, carrying, holding, tripped over, lying, "
        "keeps, took, bought, sold, sells, turned up, pulled, crashed, playing, standing around, "
        "leaning, there is a, theres a, theres an, struck, caught, come up, came up, came out, "
        "surfaced, handed, gave me, brought to, tied, tied to, attached, hanging, appeared, "
        "ploughed, plowed, shovel, digging, drilled, cleaning out, opened, opening, throwing, "
        "unscrew*, hammer*, sawing, scrap, souvenir, keep, picked up, put it, left it, in his "
        "hands, in my hands, in my hand, in her hand, got a, inherited, floating, hooked, poking, "
        "planted, lies, sitting in, covered, tossed",
        "ru": "вытащил*, вытащи*, принес*, приволок*, собрал*, насобирал*, разрыл*, вырыл*, выкопал*, "
        "скинул*, сбросил*, упал*, пнул*, задел*, торч*, лежит, лежат, лежал*, валя*, бросил*, "
        "забрать, подпер*, держит, держу, везет, нашел, нашла, нашли, нашлось, нашол, увидел*, "
        "заметил*, видел, видела, видим, вижу, откопал*, раскопал*, поднял*, подобрал*, копали, "
        "копал, копаю, пахали, пахал, зацепил*, зажат*, прилетел*, ударил*, наткнул*, попал*, "
        "вынесло, выбросило, nashli, nashel, lezhit, играют, играет, стоит в, хранит*, нес, несет, "
        "лопат*, ковш*, копа*, наш*л, пилит, пилил*, разбира*, разобрать, крутит, откручива*, "
        "распил*, металлолом*, сувенир*, на память, сдать, подарил*, свис*, виси*, привяз*, "
        "всплыл*, плава*, показал*, показалась, вспахал*, нарыл*, везти, положил*, положить, "
        "спрятал*, прячет, прячут, несут, таскает, таскают, кидают, кидает, достал*, вылез*, "
        "высунул*, наехал*, обменива*, меняются, прикопан*, закопал*, закопано, остав*, подложил*",
        "az": "tapıb, tapdı*, tapmış*, qazıb, qazanda, çıxard*, cixart*, çıxıb, çıxdı, yükləy*, götürüb, "
        "gətir*, gəzdirir, qoyub, qoymuş*, qoyduq, düşüb, düşdü, sökür*, kazıb, eşələy*, dəydi, "
        "dəyib, gördü*, görür*, görüb, atıb, atıblar, yatır, durur, oynay*, tutub, yığıb, sancıl*, "
        "ilişib, ilişdi, saxlay*, əlimdə*, elimde*, əlində*, var, gözümə, rast, tapdiq, tapdim, "
        "bel, beli, belə dəydi, sökmək, söküb, açmaq, metal yığ*, suvenir, yadigar, satmaq, satır, "
        "bağlanıb, asılıb, üzür, gizlədib, göstərir, göstərdi, tapşırdı, tullayır*, tulla*, "
        "qazırdıq, qazirdiq, basdırıb, qalıb, qaldı, sanc*, dolan*, gəlib, çıxartdıq, ilişdirib",
        "tr": "çıkar*, çıkmış, çıktı, çıkıyor, kazdım, kazdık, koymuş, koydu*, götür*, taşıyor, tutuyor*, "
        "buldu*, bulmuş*, vurmuş, vurdu*, çarp*, tekme*, gördü*, görüyo*, duruyo*, var, saklıyor*, "
        "toplamış*, getir*, düşmüş, düştü, saplan*, oynuyor*, elimde*, elinde*, yapmış, almış, "
        "takıldı, yatıyor*, attı, atmış, kazarken, sürerken, sökerken, değdi, rastla*, kürek*, "
        "küreğ*, sök*, hurda*, hatıra*, satmak, satacak*, bağlan*, asılı*, yüz*, sakla*, göster*, "
        "fırlat*, attılar, kazıyorduk, gömülü*, gömmüş*, bırak*, çekip, taşı*, taktı, takıl*, "
        "vurunca, buldum, bulduk, buldular",
    },
    # Who met it.
    "kin": {
        "en": "son, daughter, brother, sister, mum, mom, dad, father, mother, wife, husband, neighbour*, "
        "neighbor*, uncle, aunt, cousin, grandson, nephew, grandpa, grandma, kid, kids, children, "
        "boy, boys, driver, shepherd, dog, tourists, fisherm*, guy, guys, friend, friends, someone, "
        "somebody, goats, cow, villagers, man, my, our, he, she, we, i, im, ive, goat, sheep, "
        "flock, horse, farmer, worker, workers, plumber, pupil, student, nan, granny, granddad, "
        "toddler, girl, girls, colleague, tractor, digger, villager, mate, bro",
        "ru": "сын, сына, дочь, дочк*, брат, брата, сестра, мама, мам, папа, отец, мать, жена, муж, "
        "сосед*, дядя, тетя, внук*, внучк*, дед, бабушк*, тесть, свекр*, дети, детей, пацан*, "
        "мальчи*, парень, парни, мужик*, водитель, пастух, собака, туристы, рыбак*, друг, другом, "
        "товарищ, экскаваторщик, тракторист, кто то, козы, корова, ребенок, brat, syn, drug*, "
        "drugom, батя, батю, я, мы, мой, моя, моего, мне, нас, у нас, у меня, наш, он, она, "
        "племянник*, племянниц*, ученик*, школьник*, подруг*, коллега, коллег*, рабочие, рабочий, "
        "строител*, овц*, стад*, лошад*, девочк*, девушк*, трактор*, экскаватор*, сестренк*, "
        "братишк*, сынок, доча, малой, мамы, свекров*, теща",
        "az": "oğlum*, qızım*, qardaş*, bacım*, anam*, atam*, babam*, nənəm*, ərim*, arvadım*, yoldaşım*, "
        "qonşu*, qonşum*, qonsu*, əmim*, dayım*, nəvə*, qaynata*, qaynana*, uşaq*, usaq*, oğlan*, "
        "çoban*, itim*, traktorçu*, sürücü*, balıqçı*, dostum*, kimsə, balaca*, kişi*, adam, "
        "camaat, keçi*, inək*, mən, men, biz, mənim, bizim, xalam, bibim, xala*, şagird*, tələbə*, "
        "fəhlə*, həmkar*, qoyun*, sürü*, at, qız*, kürəkən*, kəndçi*, traktor*, ekskavator*",
        "tr": "oğlum*, oglum*, kızım*, abim*, ablam*, kardeş*, annem*, babam*, dedem*, ninem*, eşim*, "
        "karım*, kocam*, komşu*, komsu*, amca*, dayı*, yeğen*, torun*, kaynana*, kayınpeder*, "
        "kayınbaba*, çocuk*, cocuk*, oğlan, çoban*, köpeğ*, turist*, balıkçı*, arkadaşım*, birisi, "
        "biri, millet, herkes, adam, keçi*, inek*, ben, biz, benim, bizim, teyze*, hala*, öğrenci*, "
        "işçi*, meslektaş*, koyun*, sürü*, kız, kızlar, damat*, köylü*, traktör*, kepçe*, ufaklık",
    },
    # Where.
    "spot": {
        "en": "garden, yard, kitchen, table, roof, porch, tent, cellar, basement, barn, shed, gate, "
        "beach, slope, hill, hut, bridge, field, forest, house, home, school, pitch, wall, bricks, "
        "pocket, bag, hands, hand, path, road, pond, well, river, boat, net, door, pasture, "
        "vineyard, trench, fence, grass, site, mouth, village, football, playground, attic, ditch, "
        "snow, window, balcony, stairs, car, truck, trunk, boot of, backpack, desk, classroom, "
        "canal, stream, tree, trees, rubble, bus, station, sand, mud, hay, haystack, vegetable*, "
        "orchard, dump, rubbish, trash, chimney, stove, bathroom, drawer, potatoes, mountain, camp, "
        "shop, market",
        "ru": "огород*, двор*, кухн*, стол*, крыш*, крыльц*, палатк*, подвал*, сарай*, сара*, ворот*, "
        "берег*, холм*, хижин*, мост*, поле, лес*, дом, дома, домой, школ*, стен*, кирпич*, "
        "карман*, сумк*, руках, руке, тропинк*, тропа, тропе, дорог*, пруд*, колодц*, реки, речк*, "
        "лодк*, сеть*, двери, пастбищ*, виноградник*, окоп*, трав*, стройк*, дач*, кладбищ*, "
        "чердак*, курятник*, палуб*, снег*, село, саду, сад, погреб*, окн*, балкон*, лестниц*, "
        "машин*, багажник*, рюкзак*, парт*, класс*, канал*, ручь*, дерев*, завал*, вокзал*, песк*, "
        "песок, сен*, гряд*, картош*, свалк*, мусор*, печк*, шкаф*, сундук*, гор, горе, лагер*, "
        "магазин*, рынк*, площадк*, озер*, гараж*, улиц*, подъезд*, vo dvore, v lesu, dom, doma, "
        "domoi, beregu",
        "az": "bağ*, həyət*, heyet*, mətbəx*, damına, damında, artırma*, çadır*, zirzəmi*, tövlə*, qapı*, "
        "qapi*, çimərlik*, dağ*, daxma*, körpü*, tarla*, meşə*, evə, evdə, evin*, evimiz*, eve, "
        "evimin, məktəb*, divar*, kərpic*, cibi*, çanta*, əlim*, cığır*, yol*, quyu*, çay*, qayıq*, "
        "qayığ*, tor*, otlaq*, üzümlük*, səngər*, ot, otun, kənd*, kende*, hin*, bostan*, zibil*, "
        "qəbiristan*, torpaq*, torpağ*, vedrə*, pəncərə*, balkon*, pilləkən*, maşında, maşının, "
        "baqaj*, sinif*, sinfə, arx*, ağac*, dağıntı*, qum*, palçıq*, kartof*, soba*, şkaf*, "
        "sandıq*, düşərgə*, bazar*, göl*, qaraj*, küçə*, park*, bağça*, həyət, dam",
        "tr": "bahçe*, bahce*, mutfak*, çatı*, veranda*, çadır*, bodrum*, ahır*, kapı*, sahil*, dağ*, "
        "kulübe*, köprü*, tarla*, orman*, eve, evde, evin*, evimiz*, okul*, duvar*, tuğla*, cebi*, "
        "çanta*, elim*, patika*, yol*, kuyu*, dere*, nehir*, tekne*, ağım*, mera*, bağ*, siper*, "
        "otlar*, köy*, kümes*, mezarlık*, mezarlig*, toprak*, toprağ*, inşaat*, römork*, araba*, "
        "pencere*, balkon*, merdiven*, bagaj*, sınıf*, kanal*, ağac*, moloz*, enkaz*, kum*, çamur*, "
        "patates*, çöp*, soba*, dolap*, kamp*, pazar*, göl*, garaj*, sokak*, park*, sahada, "
        "çalılar*",
    },
    # That it is happening, and how people begin who are in need.
    "now": {
        "en": "just now, right now, now, still, just, today, this morning, tonight, here, sorry, hi, "
        "hello, yesterday, help, omg, please, pls, last night, good evening, urgent, a minute ago, "
        "minutes ago, an hour ago, suddenly, already, quick, guys, hey, listen, whoops, oh, god, "
        "answer, hurry, at the moment",
        "ru": "сейчас, щас, прямо, уже, до сих пор, вчера, сегодня, тут, здесь, только что, кажется, "
        "блин, господи, помогите, здравствуйте, алло, срочно, извините, вроде, хз, боже, теперь, "
        "все еще, минут назад, час назад, вдруг, скорее, быстрее, ребят*, слушайте, привет, доброе "
        "утро, добрый вечер, добрый день, ответьте, утром, ой, pomogite, zdravstvui*, pozhaluista",
        "az": "indi, indicə, hələ, hele, bu gün, dünən, burda, burada, artıq, deyəsən, ay allah, kömək, "
        "salam, bağışlayın, narahat, tez, allah, təcili, uje, dəqiqə əvvəl, saat əvvəl, birdən, "
        "tələsin, cavab verin, qulaq as, bağışla, üzr, uzr, səhər, axşam, vallah, ya allah, komek",
        "tr": "şimdi, şu an, az önce, hala, hâlâ, bugün, dün, demin, burda, burada, orda, galiba, "
        "allahım, imdat, yardım, selam, alo, pardon, acil, ya, daha yeni, dakika önce, saat önce, "
        "birden, çabuk, cevap, bakar mısınız, merhaba, slm, sabah, akşam, iyi akşamlar, allah, "
        "yardim, meğer",
    },
    # What they ask.
    "asks_help": {
        "en": "should i, should we, can we, can i, could i, is it safe, is this safe, where do i, who do "
        "i, tell me, what is this, whats this, whats that, what is that, what now, could be, might "
        "be, how do i stop, advise, what do i do, what to do, what should, is it dangerous, whom, "
        "do we, do i, shall i, can someone, could it be, maybe, should he, should she, should they, "
        "can he, can they, worried, scared, afraid, wants to, want to, police, call, report it, "
        "safe to, do you think, help us, help me, how do we get, get us out, get them out, how do "
        "we, stop him, stop them, turn back, who should, i dont know, we dont know, no idea",
        "ru": "что делать, куда звонить, кому звонить, кому сообщ*, можно, что это, это что, ему сказать, "
        "ей сказать, как быть, что нам, что мне, делать, опасно, куда девать, куда деть, надо ли, "
        "стоит ли, вызвать, это мина, может быть, похож*, вытаскивать, вытащить, вывести, отвезти, "
        "chto delat, что теперь, pohozhe, бежать, звать, тащить, хочет, хотят, хотим, полици*, мчс, "
        "как вывести, как выйти, как выбраться, как остановить, не знаю, не знаем, звонить, "
        "скажите, подскажите, мне идти, идти дальше, что ему, что ей, боюсь, страшно, посоветуйте, "
        "сообщить, отговорить, как нам, кому, куда, пусть, нести, трогать, чего делать",
        "az": "nə edim, ne edim, nə edək, ne edek, neynim, neyniyim, neynəy*, neyniyək, nə deyim, ola "
        "bilər, olar mı, edək, gedək, gedek, çıxardaq, qoyum, qaldırım, qaldirim, aparım, düşək, "
        "sürək, nədir, o nədir, nədi, bilmirəm, bilmirik, kimə, hara zəng, zəng edim, nə etməli*, "
        "deyir, deyirlər, istəyir, oxşay*, bənzəy*, təhlükəlidir, bilərəm, eləyək, eləyim, *əkmi, "
        "neynəsin, nömrə*, gözləyək, polis*, fhn, necə çıx*, nece cix*, necə xilas, necə dayandır*, "
        "zəng, xəbər ver*, qorxuram, məsləhət, hara, kimə deyim, neyləyim, neyləyək, nə edə, *mı "
        "götür*, götürüm, çıxım, çıxaq, gedim, gözləyim, qaçım, qayıdım, qayıdaq",
        "tr": "ne yapayım, ne yapalım, ne yapmalı*, ne yapcaz, ne yapacağ*, napcaz, napalım, napayım, "
        "olur mu, haber ver*, kimi ara*, lazım mı, engelle*, gidelim*, gidelim mi, inelim*, "
        "bırakayım*, çıkaralım*, diyor, diyo, istiyor, benzi*, benzeyen, benzer, nedir bu, bu ne, "
        "tehlikeli*, *ayım, *eyim, *alım, *elim, bilmiyorum, bilmiyoruz, polis*, karakol*, "
        "jandarma*, kimi aray*, nasıl çık*, nasıl kurtul*, nasıl engel*, haber, arayayım, "
        "korkuyorum, ne dersiniz, kime, nereye, gideyim, yürüyelim, koşayım, dönelim, dönsek, "
        "gitsek, yapalım, ne yapacaz",
    },
    # That somebody does not move, or nobody dares to come.
    "frozen": {
        "en": "not moving, im not moving, cant move, afraid to move, dont dare, nobody dares, no one "
        "dares, not lifting, frozen, froze, standing still, trapped, wont enter, wont go in, "
        "refuses to enter, refuse to enter, dont move, scared to move, standing there, hes in "
        "there, in there, didnt move, havent moved, not let go, keep still, stay still, stopped, "
        "stop moving, cant go, dont want to move, stay where, where i am, where we are, motionless, "
        "not breathing, waiting, i stopped, we stopped, staying put, nobody wants to go, wont come, "
        "cant get out, cant get to, cannot move, cannot get, unable to move, going in, go in, go to "
        "him, reach him, get him out, pull him out, pull her out",
        "ru": "не двига*, не шевел*, боюсь, боится, замер*, не отпуска*, застрял*, зажат*, стою, стоим, "
        "сижу, не двигается, заходить отказ*, не заходят, не едет, никто не, боятся, не шевелюсь, "
        "стоит там, она там, он там, лежу, там стоит, не решается, встал и, обездвиж*, не знаю как "
        "выйти, не идем, остановил*, не могу, ждет, ждем, стоим на месте, на месте, не отпускаю, "
        "держу ногу, не поднима*, не убира*, встал, встали, не дышу, не дыш*, застыл*, страшно, "
        "подойти, добраться, подойдет, не подход*, не пускают, не выход*, не вылез*, стою как, "
        "боимся, ne dvig*, boius*, stoyu, stoiu, поднять ногу, не шел*",
        "az": "tərpən*, terpen*, hərəkət elə*, hərəkət et*, donub*, donmuş*, dayanmış*, qalmışam, "
        "qalmışıq, qalmisam, qorxur*, tərpət*, girmir, gedən yoxdur, heç kim yaxın*, yaxın get*, "
        "yerimdən, donub qal*, oturmuşam, dayanmışam, dayanıb, durub, qalıb, qorxuruq, cəsarət, "
        "dayandım, dayandıq, gözləyirik, gözləyir, yerindəcə, olduğu yerdə, olduğumuz yerdə, nəfəs, "
        "yaxınlaş*, çata bilm*, çıxa bilm*, qaldırmıram, götürmürəm, qorxuram, hərəkətsiz*, addım "
        "atm*, daş kimi",
        "tr": "kıpırda*, kipirda*, hareket etm*, oynat*, dondu*, dondum, donup, bekliyor*, kaldık, "
        "kaldım, sıkış*, kaldırm*, kaldirm*, girmiyor*, giremiyor*, kimse, cesaret*, korkuyor*, "
        "duruyorum, duruyoruz, olduğu yerde, olduğum yerde, yerimden, çakıl*, durdum, durduk, "
        "durup, yerimizde, yerinde, nefes, yaklaş*, ulaşa*, çıkam*, çekmiyorum, bırakmıyorum, "
        "korkuyoruz, hareketsiz*, adım at*, kalakal*, öylece, mahsur*",
    },
    # What is under a foot, a wheel, a seat.
    "under": {
        "en": "under my foot, under my, heel, my boot, my foot, my leg, my feet, our wheel, the wheel, "
        "front wheel, front tyre, stepped, sat on, sat down, sitting on it, standing on, caught in, "
        "i felt, under me, beneath, knelt, kneeling, shin, ankle, toe, tyre, tire, wheels, "
        "underneath me, under us, bum, knee, sole, shoe, sandal, put my, my weight, weight on, "
        "standing, sitting on, kneel*, on top of it, on it, tripped, caught on, around my ankle, "
        "legs, trod, stood on, step on",
        "ru": "под ногой, под ногами, подо мной, пятк*, наступил*, ногу, нога, ноге, ногой, колес*, на "
        "ней, на нем, сел на, сел в, сапог*, ботин*, стопа, стопой, щиколот*, под нами, коленом, "
        "каблук*, на мине, на мину, наехал*, под задниц*, под коленом, подошв*, зацеп*, за ногу, "
        "шин*, лодыжк*, на чем то, на что то, вес, весь вес, задел ногой, стою на, na mine, na "
        "minu, nastupil*, под попой, ног",
        "az": "ayağım*, ayagim*, altımda*, altımdan, dabanım*, daban*, təkər*, basdım, basdim, basmışam, "
        "basmış*, üstündəyəm, üstünə, ustune, ayağı, qıçım*, çəkmə*, altında nəsə, topuğum*, "
        "dizim*, minanın üstündə, dayanmışam üstündə, təkərin*, altımızda, ayaqqabı*, basmışıq, "
        "basıb, basdı, minaya bas*, dizimin, ayağımı, üstündə otur*, ilişib ayağ*",
        "tr": "ayağım*, ayagim*, topuğ*, topug*, altımda*, altımdan, teker*, bastım, bastim, bastı, "
        "basmış*, üstündeyim, üstünde ben, üstünde, bacağım*, bacagim*, botum*, çizme*, dizim*, "
        "tabanım*, mayının üstünde, üzerindeyim, üzerinde, altımızda, ayakkabı*, lastiğ*, lastik*, "
        "basıyorum, bastık, mayına bas*, ayağımı, bileğ*, oturuyorum, oturdum",
    },
    # That the safe ground is behind: signs, lanes, lost ways.
    "beyond": {
        "en": "wrong side, past the signs, past the sign, past the red, behind the signs, inside the "
        "fence, the fence, red side, skull*, red signs, red sign, red tape, white stones, red "
        "stones, white side, middle of, crossed, signs behind, in between, between two, between "
        "them, got lost, lost the path, lost my guide, lost the guide, go back, get out, come back, "
        "walk out, on or go back, shortcut, mined, minefield*, mine field, mined area*, danger "
        "area, hazardous area, tape, stakes, all around, mines around, around me, around us, "
        "everywhere, on both sides, all sides, the marked lane, marked path, passing mines, way "
        "back, same way, footprints, tracks, mine signs, warning sign*, surrounded, mines on, mines "
        "ahead, ahead and behind, left and right, front and behind, barbed wire, row of mines, no "
        "way out, not cleared, uncleared, marked, marker*, minefeild, warning tape, the line, "
        "wandered, strayed, off the path, off the road, off the trail, wrong turn, other side of "
        "the, walked into, drove into, ran into, went into, inside, outside, front line, wrong way, "
        "mines everywhere, middle, poles, danger sign*, triangles, between",
        "ru": "не с той стороны, за знак*, за таблич*, череп*, табличк*, сзади, позади, огражден*, "
        "красн*, белые камни, посреди, в середине, заблуд*, потерял, потеряла, потеряли, обратно, "
        "вернуться, назад, выйти, по следам, по своим следам, слева и справа, и слева, вокруг, "
        "кругом, между ними, между двумя, минном поле, минное поле, минного поля, заминирован*, "
        "опасной зон*, лент*, тропинку, тропу, внутри, со всех сторон, темнеет, колышк*, не вижу, "
        "проскочил*, проехали, минн*, разминирован*, за лентой, за ленту, за ограждени*, за флажк*, "
        "флажк*, колючк*, колючая, указател*, знак*, не тот поворот, свернул*, сошел, сошли, сошла, "
        "забрел*, зашел, зашла, зашли, забежал*, заехал*, заехали, оказал*, попали, ушел с, ушли с, "
        "вышел за, вышла за, вышли за, не с той, той стороны, другой стороны, проход*, темно, линии "
        "фронта, справа, слева, спереди, обе стороны, minnom, minnoe, pole, центре, середин*, "
        "среди, чере*",
        "az": "o biri tərəf*, o tay*, işarə*, nişan*, kəllə*, hasar*, ortasında*, ortasinda*, içində*, "
        "içindəyəm, arasında, arasında qal*, azmış*, azdım, azdıq, itirmiş*, itirdi*, geri, qayıt*, "
        "qayıtmaq, daxil olmuş*, girmiş*, ətraf*, minalı*, mina sahəsi*, təhlükəli zona*, lent*, "
        "izlə*, hava qaral*, qaralır, keçmişik, keçmişəm, keçmişik indi, hər tərəf*, sağımda, "
        "solumda, qabağımda, arxamda, ikisinin arasında, ərazidə*, bələdçi*, cığırı, işarələn*, "
        "xəbərdarlıq*, bayraq*, tikanlı, yoldan çıx*, yoldan azdım, dönmüşük, girdik, girdim, "
        "girib, giriblər, keçib, keçiblər, düşmüşük, düşmüşəm, sağda, solda, qabaqda, arxada, o "
        "üz*, cəbhə*, mina sahə*, mina sahesi*, minali*, təmizlənməyib, arasindayam, arasındayıq, "
        "içindəyik, zolaq*, xətt*, dağda az*",
        "tr": "yanlış taraf*, öbür taraf*, diğer taraf*, karşı taraf*, kuru kafa, kurukafa, levha*, "
        "tabela*, çitin, çitte*, şerit*, şeridin*, ortasında*, ortasinda*, içinde*, içindeyim, "
        "arasında, kaybol*, kaybettim, kaybettik, geri, ileri, etraf*, geçmiş*, geçmişiz, arkamız*, "
        "arkamda, girmiş*, girdik, girdim, hatırlamıyor, mayınlı*, mayın tarla*, tehlikeli bölge*, "
        "ikisinin arasında, sağımda, solumda, her taraf*, izlerimiz*, rehber*, patikayı, hava "
        "karar*, kararıyor, taşlar*, işaretli*, uyarı*, bayrak*, dikenli, yoldan çık*, saptık, "
        "saptım, girmişiz, girmişim, girdiler, geçtik, geçti, geçmişler, sağda, solda, önde, "
        "arkada, cephe*, mayin tarla*, mayinli*, temizlenmemiş*, arasındayım, arasındayız, "
        "içindeyiz, dışındayız, ortasındayım, ortasındayız, çizgi*, yanından geç*",
    },
    # Somebody hurt.
    "harm": {
        "en": "bleed*, blood, screaming, crying, lying there, leg is gone, lost his, lost her, lost a "
        "leg, ambulance, wounded, injured, unconscious, alive, hurt, casualty, conscious, "
        "tourniquet, legs, his leg, her leg, his foot, her foot, lying on, still breathing, on the "
        "ground, not responding, bleading, shrapnel, killed, dead, died, victim is, wound",
        "ru": "кров*, кричит, кричат, орет, скорая, ранен*, раненый, оторвало, без ноги, живой, жива, без "
        "сознания, рыдает, плачет, истек*, жгут*, пострадавш*, стонет, лежит там, осколк*, без "
        "созн*, нога оторван*, ногу оторвал*, лежит и, не отвечает, дышит, погиб, убило, упал и, "
        "кровищ*, ранил*, ранена, крик*, зовет, krov*, зажат в",
        "az": "qan, qanı, qanaxma*, qan axır, qışqır*, bağır*, təcili yardım, ambulans*, yaralı*, ayağı "
        "getdi, ayağı qop*, sağdı*, sağdır, huşsuz*, ağlayır, yıxılıb, inildəyir, jqut, ayağı, "
        "qəlpə*, nəfəs alır, cavab vermir, yerdə uzan*, ölüb, öldü, inilt*, çağırır, qan itir*, "
        "yaralandı, yaralanıb, ayağından",
        "tr": "kan, kanıyor*, kanaması, bağırıyor*, bagiriyor*, ambulans*, yaralı*, bacağı koptu, bacağı, "
        "ayağı koptu, baygın*, ağlıyor*, yaşıyor, yerde yat*, inliyor, turnike, bacağından, ayağı, "
        "şarapnel*, nefes alıyor, cevap vermiyor, yerde, öldü, ölmüş, çağırıyor, kan kaybed*, "
        "yaralandı, inledi",
    },
    # A blast, a click.
    "boom": {
        "en": "explosion, exploded, blew up, went off, set something off, set off something, set it off, "
        "boom, bang, blast, went click, clicked, click, snapped, a snap, hissing, gave way, blown, "
        "detonated, a pop, popped, hiss, a sound, made a noise, clicking, beep, triggered, stepped "
        "on a mine, hit a mine, ran over, went bang, tripped, sank, sinking",
        "ru": "взрыв, взорвал*, подорвал*, рвануло, рванул*, бахнуло, бабахнуло, щелкн*, щелчок, щелк, "
        "зашипело, провалил*, хлопок, хлопнуло, хрустн*, podorval*, vzorval*, shchelk*, тикает, "
        "пшик, звук, хлопнул*, взрывом, взлетел*, подорвалась, наехал на, сдетонировал*, "
        "громыхнул*, просел*, дернул*, щелкает, скрип*",
        "az": "partlayış oldu, partlatdı, partladı*, partladi, minaya düşdü, minaya dusdu, minaya düşüb, "
        "çıqqıl*, şaqqıl*, şıqqıl*, klik, çıqq*, fısıl*, çökdü, havaya uç*, cıqqıl*, tıqq*, səs "
        "gəldi, səs çıxdı, partlayış, partlayıb, qoparıb, minaya çıx*, uçdu, ses geldi, batdı, "
        "dartıldı",
        "tr": "patlama oldu, patladı*, patladi, patlattı*, patlatti, havaya uç*, havaya uct*, tık diye, "
        "tık, klik, tıkır*, çıt, çıtır*, tıs, çöktü, coktu, tetikle*, mayına bastı, ses geldi, ses "
        "çıktı, patlamış, patladılar, infilak*, uçtu, battı, gerildi, çekildi, patlama sesi",
    },
    # The workshop, papers, media.
    "event": {
        "en": "workshop, session*, slide*, presentation*, talk, talks, speaker*, plenary, booth, "
        "handout*, brochure*, leaflet*, conference, badge*, registration, exhibition, report, "
        "reports, web, website, bot, mailing list, chapter, database, imsma, imas, standard*, "
        "protocol, syllabus, course, training, paper, study, studies, museum, statistics, stats, "
        "article, map, kit, app, video, poster, award*, article, history, novel, book, film, movie, "
        "game, puppet, theatre, curriculum, annex, definition, term, module, moderator, programme, "
        "agenda, delegation, materials, document*, topic, quote, interview, photo*",
        "ru": "семинар*, сесси*, слайд*, презентац*, доклад*, докладчик*, выступа*, пленар*, стенд*, "
        "буклет*, конференц*, бейдж*, регистрац*, выставк*, отчет*, сайт*, бот, imsma, imas, "
        "стандарт*, протокол*, курс, курсы, обучен*, тренинг*, исследован*, музе*, статистик*, "
        "стать*, карт*, видео, плакат*, истори*, книг*, фильм*, игр*, спектакл*, программ*, "
        "определени*, термин*, материал*, документ*, тем*, данные, базе, газет*, журналист*, "
        "раздел*, анкет*, методичк*",
        "az": "seminar*, sessiya*, slayd*, təqdimat*, məruzə*, natiq*, plenar*, stend*, buklet*, "
        "konfrans*, beyc*, qeydiyyat*, sərgi*, hesabat*, sayt*, bot*, imsma*, imas*, standart*, "
        "protokol*, kurs*, təlim*, tədqiqat*, muzey*, statistika*, məqalə*, xəritə*, video*, "
        "plakat*, tarix*, kitab*, film*, oyun*, tamaşa*, proqram*, tərif*, termin*, material*, "
        "sənəd*, mövzu*, məlumat*, rəqəm*, reqem*, jurnalist*, baza*, muzakirə*, maket*, ssenari*",
        "tr": "çalıştay*, oturum*, slayt*, sunum*, konuşmacı*, genel kurul, stant*, stand*, broşür*, "
        "konferans*, yaka kart*, kayıt*, sergi*, rapor*, site*, bot*, imsma*, imas*, standart*, "
        "protokol*, kurs*, eğitim*, egitim*, araştırma*, müze*, istatistik*, makale*, harita*, "
        "video*, afiş*, tarih*, kitap*, film*, oyun*, tiyatro*, program*, tanım*, terim*, "
        "materyal*, belge*, konu*, veri*, rakam*, gazete*, modül*, ders*, pdf*",
    },
    # Questions about the subject in general.
    "general": {
        "en": "how many, how much, how long, how often, per day, percent*, number of, average, cost*, "
        "price, countries, country, deminer*, demining, ngo, anama, un, unicef, survey, clearance, "
        "cleared, dogs, rats, drone*, robot*, machine*, detector*, radar, sensor*, victim*, "
        "survivor*, casualties, statistics, world war, never seen, first, difference, mean, means, "
        "used, banned, worldwide, ever, years, types, list, education, mine action, between a, "
        "soldiers, elephants, company, donors, treaty, animals, procedure, technolog*, depth, "
        "visor*, ppe, prosth*, method*, camera*, who, when, which, why, whose, what did, what does, "
        "what do, what happens, what are, how does, how do deminers, how were, how are, how is, did "
        "anyone, does the, do the, is it true, is there a, are there, were there, was there, "
        "explain, describe, list of, according to, accuracy, organisation, organization, team, "
        "capacity, operators, field trip, hall, phone, inbox, coffee, gold, bus, certificate, "
        "trainer, teacher*, programme*, policy, donor, budget, gender, month, hectares, kilometres, "
        "sq m, spokesperson, responsible, produced, made of, made in",
        "ru": "сколько, сколко, skolko, процент*, количеств*, число, средн*, стоимост*, стран*, сапер*, "
        "разминирован*, ооn, оон, анама, юнисеф, обследован*, очист*, очищ*, собаки, собак, "
        "собакам, крыс*, дрон*, робот*, машин*, детектор*, металлоискател*, радар*, георадар*, "
        "датчик*, жертв*, пострадавш*, война, войны, войне, никогда не видел*, первое, разниц*, "
        "отлич*, означа*, запре*, мире, лет, виды, список*, договор*, доноры, животн*, технолог*, "
        "глубин*, протез*, метод*, в год*, за год, вообще, обычно, году, nahod*, sobaki, нко, наша "
        "команда, тепловизор*, кто, когда, почему, какие, какой, какая, какую, каких, каким, зачем, "
        "чем, чему, правда ли, есть ли, верно ли, называет*, объясните, расскажите, расшифр*, "
        "согласно, точност*, организаци*, команд*, оператор*, экскурси*, зал, зале, зала, телефон "
        "взорвал*, кофе, автобус*, сертификат*, тренер*, учитель*, учат, бюджет*, гендер*, месяц*, "
        "гектар*, квадратн*, кем, чья, сделан*, производ*, нужно ли, требован*, положен*, возраст*, "
        "норматив*, kak, kto, kogda, chto takoe",
        "az": "neçə, nece, neçədi*, faiz*, sayı, sayi, orta, qiymət*, ölkə*, minatəmizləyən*, "
        "minatəmizləmə*, minaaxtaran*, minataxtaran*, sapyor*, bmt, anama*, unicef, təmizlə*, "
        "təmizlən*, itlər*, itləri, siçovul*, dronlar*, robot*, maşın*, detektor*, radar*, sensor*, "
        "qurban*, müharibə*, heç vaxt, ilk, fərq*, deməkdir, demekdir, qadağa*, dünya*, növ*, "
        "siyahı*, konvensiya*, donor*, heyvan*, texnologiya*, dərinlik*, protez*, metod*, ildə, "
        "ilin, ilində, adətən, ümumiyyətlə, hansı, hansi, halları, vətəndaş*, qeydə, qeyde, "
        "arılar*, üsul*, kim, kimlər, nə vaxt, niyə, nədən, harada keçir*, varmı, varmi, doğrudur, "
        "düzdür, haqqında, haqda, görə, dəqiqlik*, təşkilat*, komanda*, operator*, səfər*, zal*, "
        "başlayır, qəhvə, avtobus*, sertifikat*, təlimçi*, büdcə*, gender*, ay, hektar*, kvadrat*, "
        "kim tərəfindən, istehsal*, tələb*, yaş, dövr*, necədir, olunur*, olunurmu, edilir*, "
        "aparılır*, keçirilir*, istifadə*, kitabça*, xəritə*, ədəd, sahələr*, nəticə*",
        "tr": "kaç, kac, yüzde, sayısı, sayisi, ortalama, maliyet*, ülke*, mayıncı*, mayın temizleme, "
        "mayin temizleme, mayın arama, bm, anama*, unicef, temizle*, temizlen*, köpekler*, "
        "kopekler*, köpekleri, fareler*, dronlar*, drone*, robot*, makine*, dedektör*, radar*, "
        "sensör*, kurban*, savaş*, hiç mayın görmedim, hiç görmedim, ilk, fark*, anlama gel*, ne "
        "demek, yasak*, dünya*, tür*, türleri, liste*, sözleşme*, bağışçı*, hayvan*, teknoloji*, "
        "derinli*, protez*, yöntem*, yılında, yılda, genelde, hangi, filler*, arıla*, kaydı, nasıl, "
        "kim, kimler, ne zaman, neden, niye, var mı, varmı, varmi, doğru mu, hakkında, göre, "
        "doğruluk*, kuruluş*, ekip*, operatör*, gezisi, salon*, başlıyor, kahve, otobüs*, "
        "sertifika*, eğitmen*, bütçe*, cinsiyet*, ay, hektar*, metrekare*, üretilen*, üretim*, "
        "gerek*, yaş, dönem*, ediliyor*, edilir*, yapılır*, yapılıyor*, kullanıl*, kitapçık*, "
        "tutuluyor*, sonuç*, çalışıyorum, çalışıyoruz, toplum*, ne kadar*",
    },
    # What is long past, or a figure of speech.
    "past": {
        "en": "world war, in the war, great war, once, years ago, when i was, i have never, grandfather "
        "stepped, used to, veteran*, story, stories, dream, dreamt, song, joke, metaphor, real "
        "minefield, political",
        "ru": "великой отечественн*, мировой войн*, в детстве, лет назад, сороков*, девяност*, прадед*, "
        "ветеран*, рассказ*, приснил*, сон, песня, шутк*, в переносном, прямо бомба, просто бомба, "
        "была бомба",
        "az": "müharibədə, illər əvvəl, il əvvəl, uşaqlıqda, ulu babam, veteran*, hekayə*, yuxu*, mahnı*, "
        "zarafat*, 1941, bomba kimi, əsl mina",
        "tr": "savaşında, yıllar önce, yıl önce, çocukken, büyük dedem, gazi*, hikaye*, rüya*, şarkı*, "
        "şaka*, bomba gibi*, tam bir mayın",
    },
}
