"""The words of danger in Turkish; what each list is a sign of stands in the package's description."""

WORDS: dict[str, str] = {
    "object": (
        "antipersonel*, antitank*, barut*, bommba*, bonba*, c4, dinamit*, eyp, fitil*, fişek*, fünye*, "
        "füze*, havan*, kapsül*, kovan*, mayn*, mermi*, misket*, mühimmat*, patlamamış*, patlayıcı*, "
        "pimi, rgd*, roket*, rpg*, tanksavar*, tapalı, tapası*, tapayı, tnt, torpido*, torpil*, tuzak*, "
        "boru bombası*, bubi tuzağı*, deniz mayın*, el bombaları, el bombası, el bombası*, el yapımı "
        "patlayıcı*, havan mermisi*, havan topu, havan topu*, kelebek mayın*, misket bomba*, misket "
        "bombası*, savaş başlığı*, top mermisi, tuzak bomba, tuzak tel*, tuzak teli*, uçak bombası*"
    ),
    "plural": (
        "bombalar*, fişekler, fişekleri, mayınlar*, mermiler*, mühimmatlar*, patlayıcılar*, roketler*, "
        "el bombaları"
    ),
    "thing": (
        "acayip*, anten*, bantlanmış, boynuz*, boynuzlu, boyunda, cisim*, diken*, disk*, duman*, "
        "gergin*, gerilmiş*, gömülü*, gövde*, gümüş*, iğne*, kanad*, kanat*, kanatçık*, kapsül*, "
        "kelebek, kelebeğ*, koni*, kurdele*, kuyruk*, kuyruğ*, küre*, metal*, misina*, ok, oka, "
        "otların*, paraşüt*, paslan*, paslı*, patlayabil*, pervane*, plaka*, plastik*, sicim*, "
        "silindir*, sivri*, tel*, teneke*, topraktan, toz, tozu, tüp*, yassı*, yaylı, yivli, çubuk*, "
        "çuval, çıkıntı*, bantla sarıl*, gerilmiş tel, ip bağlan*, ip bağlı, kablosu sarkıyor, sarı "
        "toz, siyah haç*, yarısı toprağın*, üç çubuk"
    ),
    "dud": (
        "patlamadı*, patlamamış*, patlamaz, patlamıyor, patlar, patlarsa, patlayabil*, patlayacak, pim, "
        "pimi, pimsiz, çalışmadı, infilak etmedi, patlar mı, patlayacak mı, pimi çekilmiş, pimi üstünde"
    ),
    "looks": (
        "acaba, belki, bence, benzer*, benzeyen*, benziyo*, galiba, herhalde, olabilir, sanki, sanırım, "
        "benzeyen bir, bomba mı, büyük ihtimalle, emin değilim, gibi bir, gibi bir şey, gibi duruyor, "
        "mayın mı, mayına benz*, olabilir mi, onlardan biri, onlardan mı, topuna benzer"
    ),
    "met": (
        "aldı, aldım, almış, almışım, asılmış, asılı*, atmış, atmışlar, attı, attılar, açıyor, "
        "bakıyorum, bakıyoruz, batmış, bağlan*, bağlı, bulan, buldu*, bulmuş*, bulunca, bulundu, "
        "bulursak, bulursam, bırak*, değdi, dokundu, dokundum, dokunmuş, duruyo*, düşmüş, düştü, "
        "elimde*, elinde*, elledim, ellemiş, fırlat*, gerilmiş, getir*, gizliyor, gömmüş*, gömülmüş, "
        "gömülü*, gördü*, göründü, görünüyor, görürsem, görüyo*, göster*, götür*, hatıra*, hurda*, "
        "kaldı, kalmıştı, karşılaşınca, karşılaşırsam, kazarken, kazdık, kazdım, kazınca, kazıyorduk, "
        "kesiyor, koydu*, koymuş, koymuşlar, kürek*, küreğ*, oynuyolar, oynuyor*, rastla*, sakla*, "
        "saklıyor*, saplan*, satacak*, satmak, satıyor, sök*, sürerken, takas*, taktı, takıl*, taşı*, "
        "tekme*, toplamış*, topluyor, tutuyor*, var, vardı, vurdu*, vurmuş, vurunca, yapmış, yapışmış, "
        "yatıyor*, yüz*, çarp*, çekip, çıkan, çıkar*, çıkmış, çıktı, çıkıyor, atmak istiyor, açmak "
        "istiyor, denk geldim, eline almış, fark etti, fark ettik, fark ettim, geldi elinde, kaydı "
        "düştü, kesmek istiyor"
    ),
    "there": (
        "bulunuyor, burada, karşımda, karşımızda, yanımızda, önümde, önümüzde, altında var, arkasında "
        "var, burada bir, orada bir, var burda, yanı başımda"
    ),
    "self": (
        "*duk, *dum, *dık, *dım, *imizde, *tuk, *tum, *tık, *tım, *umuz, *yorum, *yoruz, *ımız, "
        "*ımızda, *ımızın, amcam, annem, arkadaşım, babam, bahçem*, bana, ben, bende, benim, biz, "
        "bizde, bize, bizim, biziz, buldum, dayım, dedem, evim*, eşim, gördüm, halam, kardeşim, kendim, "
        "kendimiz, komşum*, köpeğim, köyüm*, kızım, millet, oğlum, oğlumun, tarlam*, teyzem, yanımda, "
        "yanımızda, yeğenim, çocuk, çocuklar, çocuğum*, önümde, oda arkadaşım"
    ),
    "kin": (
        "abim*, ablam*, adam, amca*, annem*, araba, arkadaşım*, avcı*, babam*, bahçıvan*, balıkçı*, "
        "bebek*, ben, benim, biri, birisi, biz, bizim, buzağı*, dalgıç*, damat*, dayı*, dedem*, ergen*, "
        "eşek, eşim*, hala*, hayvan*, herkes, inek*, insan, it, işçi*, kadın, kardeş*, karım*, "
        "kaynana*, kayınbaba*, kayınpeder*, kedi*, kepçe*, keçi*, kocam*, komşu*, koyun*, kuzen*, "
        "köpeğ*, köylü*, kız, kızlar, kızı, kızım*, meslektaş*, millet, misafir*, ninem*, o, oğlan, "
        "oğlu, oğlum*, rehber*, sürü*, teyze*, torun*, traktör*, turist*, ufaklık, usta, ustalar, "
        "yeğen*, çiftçi*, çoban*, çocuk*, öğrenci*, öğretmen*, şoför*"
    ),
    "place": (
        "ahır*, anaokul*, araba*, arsa*, asansör*, ateş*, ağac*, ağım*, bahçe*, balkon*, banyo*, bağ*, "
        "bitpazar*, bodrum*, bostan*, burada, burda, buğday*, cami*, cebi*, dağ*, deniz*, dere*, "
        "dibinde, dolap*, domates*, durak*, duvar*, döşeme*, enkaz*, evde, eve, evimiz*, evin*, eşik*, "
        "fundalık*, garaj*, göl*, harabe*, hastane*, inşaat*, kamp*, kanal*, kapı*, kasa*, kenarına, "
        "kenarında, koridor*, kreş*, kulübe*, kum*, kuyu*, kök*, köprü*, köy*, kıyı*, mera*, merdiven*, "
        "mezarlig*, mezarlık*, moloz*, mutfak*, mısır*, nehir*, nehrin, oda*, okul*, orman*, otlar*, "
        "otopark*, park*, patates*, patika*, pazar*, pencere*, piknik*, raf*, ray*, römork*, saban*, "
        "sahada, sahil*, sera*, siper*, soba*, sokak*, sınıf*, sığınak*, tarla*, tavan*, tekne*, "
        "temel*, teras*, toprak*, toprağ*, tren*, tuvalet*, tuğla*, uçurum*, vadi*, veranda*, "
        "yakınında, yanında, yaprak*, yol*, çadır*, çalı*, çamur*, çanta*, çatı*, çayır*, çit*, çukur*, "
        "çöp*, ırmak*, evin arkası*, evin yanı*, oyun alanı*, taş ocağı*, yatak odası*, yol kenarı*, "
        "yolun kenarı*, çatı katı*"
    ),
    "now": (
        "acele, acil, akşam, allah, allahım, alo, aman, birden, bugün, burada, burda, cevap, demin, "
        "dikkat, dün, eyvah, galiba, hala, hemen, hâlâ, imdat, korkudan, korkuyorum, korkuyoruz, "
        "merhaba, meğer, orda, panik*, pardon, sabah, selam, slm, sos, ya, yalvarırım, yardım, çabuk*, "
        "şimdi, aman tanrım, az önce, bakar mısınız, cevap verin, daha kaldırmadım, daha yeni, dakika "
        "önce, iyi akşamlar, kimse var mı, kimse yok mu, lütfen çabuk, saat önce, şu an, şu anda"
    ),
    "help": (
        "*alım, *ayım, *elim, *eyim, 112, acil, aramalıyım, arayayım, bekleyelim, bekleyeyim, benzer, "
        "benzeyen, benzi*, bilmiyorum, bilmiyoruz, bırakayım*, diyo, diyor, dönelim, döneyim, dönsek, "
        "engelle*, gidelim*, gideyim, gitsek, haber, imdat, inelim*, ineyim, istiyor, jandarma*, "
        "karakol*, kaçalım, kaçayım, kime, korkuyorum, koşayım, kurtar*, napalım, napayım, napcaz, "
        "nereye, numara*, polis*, söyleyin, tavsiye*, tehlikeli*, yapalım, yapsınlar, yardim*, "
        "yürüyelim, çıkalım, çıkaralım*, çıkayım, akıl verin, aramam lazım, bilmiyorum ne, bu ne, "
        "dokunayım mı, ekip ne, ekip yapsın, emin degilim, gidelim mi, gideyim mi, haber ver*, haber "
        "verelim, haber vereyim, hangi numara*, karşılaşınca ne, keseyim mi, kim alacak, kim alır, kim "
        "gelir, kime haber, kime söyle*, kimi ara*, kimi aramalı*, kimi aray*, kimi arıyor*, kimi "
        "arıyoruz, kimi çağır*, lazım mı, nasıl davran*, nasıl davranmalı*, nasıl durdur*, nasıl "
        "engel*, nasıl engelle*, nasıl kurtul*, nasıl vazgeçir*, nasıl çık*, ne dersiniz, ne yapacak*, "
        "ne yapacaz, ne yapacağ*, ne yapacağım, ne yapacağımı, ne yapacağız, ne yapalım, ne yapayım, ne "
        "yapcaz, ne yapmalı*, ne yapmalıyım, ne yapmam, ne yapmam gerekir, ne yapmam lazım, ne yapsın*, "
        "ne yapsınlar, ne yapıcaz, ne yapılmalı, nedir bu, nereyi ara*, nereyi aramalı*, nereyi aramam, "
        "olur mu, patlar mı acaba, tehlikeli mi, tehlikeli midir, yardım edin, yardım hattı, yardım "
        "lazım, çekebilir miyim, şimdi ne"
    ),
    "under": (
        "altımda*, altımızda, ayak*, ayağ*, bacağım*, basmış*, bastı, bastık, bastım, basınca, "
        "basıyorum, basıyoruz, bileğ*, bot*, dizim*, dolandı, dolanmış, lastik*, lastiğ*, mayındayım, "
        "mayındayız, mayınlardayız, oturdum, oturuyorum, tabanım*, teker*, topuk*, topuğ*, çizme*, "
        "üstünde, üstündeyim, üstündeyiz, üzerinde, üzerindeyim, altımda bir, altında bir şey, ayağım "
        "takıldı, ayağım tele, ayağım tuzak*, ayağıma dolan*, ayağımı bas*, ayağımı kaldır*, ayağımı "
        "koy*, ayağımın altı*, ayağımın altında*, ayağının altında*, basmış durumdayım, mayına bas*, "
        "mayının üst*, mayının üstünde, mayının üstündeyim, mayının üzerindeyim, takıldı ayağım, tuzak "
        "teline takıld*, üstünde ben, üstünde dur*, üstünde duruyor*, üstünde oturuyor*, üstüne bas*, "
        "üzerinde dur*, üzerinde duruyor*, üzerine bas*"
    ),
    "frozen": (
        "bekliyor*, bırakmıyorum, cesaret*, donakal*, dondu*, donup, durduk, durdum, durup, duruyorum, "
        "duruyoruz, giremiyor*, girmiyor*, hareketsiz*, kalakal*, kaldık, kaldım, kaldırm*, kimse, "
        "korkuyor*, kıpırda*, mahsur*, nefes, oynat*, sıkış*, ulaşa*, yaklaş*, yerimden, yerimizde, "
        "yerinde, çakıl*, çekmiyorum, çıkam*, öylece, adım at*, cesaret edem*, cesaretim yok, donup "
        "kal*, duruyorum öyle, hareket etm*, hareket etmiyor*, korkuyorum kaldır*, olduğu yerde, "
        "olduğum yerde, tek ayak*, yerinden kıpırda*, öylece duruyor*"
    ),
    "field": (
        "kurukafa*, mayınlanmış*, mayınlı*, temizlenmemiş*, üçgen*, dikkat mayın*, dört yanımız mayın*, "
        "etrafımız mayın*, her taraf mayın*, her yer mayın, hiç temizlenme*, kuru kafa*, kırmızı "
        "bayrak*, kırmızı levha*, kırmızı üçgen*, mayın bölgesi*, mayın dolu, mayın levha*, mayın "
        "levhası*, mayın tabelası*, mayın tarlası*, mayın tarlasından*, mayın uyarı*, mayın var yaz*, "
        "mayın şeridi*, mayınlar arası*, mayınlarla çevrili*, mayınların arasında*, mayınlı alan*, "
        "mayınlı arazi*, mayınlı arazide*"
    ),
    "beyond": (
        "*dayım, *dayız, *deyim, *deyiz, arasında, arasındayım, arasındayız, arazideyim, arazideyiz, "
        "arkada, arkamda, arkamız*, battık, bayrak*, cephe*, dikenli, düştük, düştüm, dışındayız, "
        "etraf*, geri, geçmiş*, geçti, geçtik, girdik, girdiler, girdim, girmiş*, hatırlamıyor, ileri, "
        "izlerimiz*, içinde*, işaretli*, kaldı, kaldık, kaldım, karanlıkta, kararıyor, kaybettik, "
        "kaybettim, kaybol*, kendimi, kestirme*, kurukafa, kuşat*, levha*, mahsur*, mayınlı*, "
        "ortasında*, patikayı, rehber*, saplandık, saptık, saptım, sağda, sağımda, sağımızda, solda, "
        "solumda, solumuzda, tabela*, taşlar*, temizlenmemiş*, uyarı*, çevrili*, çitin, çitte*, çizgi*, "
        "çıkamıyorum, çıkamıyoruz, önde, şeridin*, şerit*, bağırıyorlar bize, bozuldu araba, diğer "
        "taraf*, dört yan*, geri dönem*, hava karar*, her taraf*, her yan*, her yanda, her yer, her "
        "yer*, iki taraf*, ikisinin arasında, karanlık çök*, karşı taraf*, kuru kafa, köylüler bağır*, "
        "levhaları geç*, levhayı geç*, mayın tarla*, nasıl çıkarım, nasıl çıkarız, nasıl çıkılır, "
        "nerden girdi*, nereden geldi*, nereden girdi*, nereye baksak, nereye baksam, sağ sol, sağında "
        "solunda, tehlikeli bölge*, yanlış sap*, yanlış taraf*, yanlış tarafta*, yanlış yol*, yanından "
        "geç*, yola dön*, yola nasıl, yoldan çık*, yoldan çıktım, yolu bilmiyor*, yolu bulam*, yolu "
        "kaybet*, yolumu kaybet*, çiti geç*, çitten atla*, çıkabilir miyim, çıkabilir miyiz, öbür "
        "taraf*, önde arkada, önümüzde arkamızda, şeridi geç*, şeridin altından, şeridin üstünden"
    ),
    "boom": (
        "battı, gerildi, gümle*, infilak*, klik*, parçalan*, patladı*, patlama, patlamada, patlamalar, "
        "patlamış, patlattı*, patlıyor, tetikle*, tık, tıklama, tıkır*, tıkırtı*, tıs, uçtu, çat, "
        "çekildi, çöktü, çıt, çıtır*, şak, büyük gürültü, gürültü duy*, gürültü koptu, havaya uct*, "
        "havaya uç*, havaya uçtu, mayına basmış, mayına bastı, mayına girdi, mayına çarptı, patlama "
        "oldu, patlama sesi, peş peşe, ses duy*, ses geldi, ses çıktı, tık dedi, tık diye, tık etti, "
        "çıt dedi"
    ),
    "hurt": (
        "ambulans*, ayağı, ağlıyor*, bacağı, bacağından, bacağını, baygın*, bayıldı, bağırıyor*, "
        "bilinci, inledi, inliyor*, kan, kanama, kanaması, kanıyor*, koptu, nefesi, turnike, yaralandı, "
        "yaralanmış, yaralı*, yaşıyor, yerde, çağırıyor, çığlık*, öldü, ölmüş, ölüyor*, şarapnel*, "
        "şokta, ayağı koptu, ayağı yok, bacağı koptu, bacağı kötü, bacağı yok, can çekiş*, cevap "
        "vermiyor, doktor çağır*, düştü yere, ilk yardım, kan kaybed*, nefes alıyor, yardım istiyor, "
        "yerde yat*, çok kötü"
    ),
    "supposing": (
        "*arlarsa, *irse, *rsa, *rse, *sak, *sam, *sanız, *sek, *sem, *seniz, *ursa, *ürse, *ırsa, "
        "bulursa*, edersem, eğer, görürse*, ise, karşılaşınca, karşılaşırsa*, olursa*, rastlarsa*, ya, "
        "ya patlarsa"
    ),
    "asks": "hakkında, hangi, kaç, kim, kimdir, nasıl, ne, neden, nedir, nerede",
    "counts": "kaç, sayısı, ne kadar",
    "trade": (
        "akredit*, almanya*, anama*, angola*, araştırmacı*, arı, arıla*, avantaj*, avrupa*, ay, "
        "azerice*, bakan, bakanlık*, bakanın, basın*, bağışçı*, başlıyor, belirti*, belçika*, bm, "
        "bosna*, bütçe*, büyükelçi*, cenevre*, cerrah*, cinsiyet*, dedektör*, dedikodu*, deneme*, "
        "deney*, denir, deniyor, derinli*, ders*, dezavantaj*, doktor*, doğruluk*, drone*, dronlar*, "
        "dönem*, dünya*, edilir*, ediliyor*, ekip*, eore, etkili*, eğilim*, eğitim*, eğitmen*, "
        "fareler*, fark*, fil, filler*, fransa*, frezeli*, gazeteci*, genelde, gerek*, gezisi, gps, "
        "gönüllü*, göre, gösterge*, gösterir, göçmen*, güvenilir*, hakkında, halo*, hangi, haritala*, "
        "hayvan*, hektar*, hoca, hırvat*, ifade*, iklim*, ilk, ingilizce*, inovasyon*, insani*, irak*, "
        "istatistik*, kahve, kalite*, kamboçya*, karşılaştır*, kaydı, kaç, kim, kimler, kimyasal*, "
        "kitapçık*, kolombiya*, kullanıl*, kurban*, kuruluş*, köpek*, kısaltma*, kızılötesi*, laos*, "
        "lisans*, liste*, maaş*, maket*, makine*, maliyet*, manyetometre*, mayıncı*, mağdur*, mekanik*, "
        "mesafe*, metrekare*, muhabir*, nasıl, neden, neler, nelerdir, nitelik*, niye, operatör*, "
        "oran*, ortak*, ortalama, otobüs*, ottawa*, payı, plan, poligon*, prensip*, profesör*, "
        "program*, proje*, protez*, psikolog*, radar*, resmi, robot*, rusça*, röportaj*, salon*, "
        "satıyoruz, savaş*, sayısı, sensör*, sertifika*, sigorta*, simülasyon*, sonuç*, soruyor, staj*, "
        "standart*, strateji*, suriye*, sözleşme*, sözlük*, sürdürülebilir*, sıklık*, sınav*, sıçan*, "
        "tahliye*, tanım*, tarih*, tarım*, teknoloji*, temizle*, tercüme*, teslim*, tespit*, test*, "
        "tez, tezi, tipik*, toplam, topluluk*, toplum*, tutuluyor*, tür*, ukrayna*, unicef, uydu*, "
        "uzaklaştırıl*, uzman*, varmı, verimli*, vietnam*, yapılır*, yapılıyor*, yapısı, yaralanmalar*, "
        "yarıçap*, yasak*, yasal*, yaş, yenilik*, yetiştiriyoruz, yunus*, yöntem*, yüzde, yılda, "
        "yıllık, yılında, zincirli*, zırhlı, çalıştay*, çalışıyorum, çalışıyoruz, çevir, çeviri*, "
        "çevre*, ödev*, örnek*, örneği, öğretil*, öğretiyorsunuz, öğretiyoruz, ülke*, üretilen*, "
        "üretim*, şablon*, anlama gel*, arazi serbest*, aynı şey*, doğru mu, geri dönen*, hangi form*, "
        "hiç görmedim, hiç mayın görmedim, iş ilan*, işaretler neler, kalite kontrol*, mayın arama, "
        "mayın arama*, mayın temizleme, nasıl denir, nasıl çalışır, ne demek, ne kadar*, ne oldu, ne "
        "olur, ne sıklıkla, ne zaman, test saha*, var mı, yapay zeka, yapay zekâ, yerinden edil*"
    ),
    "event": (
        "abone*, adım, afiş*, alıntı*, anlatıldı, anlatıyor, araştırma*, ayarlar*, açılış*, bahsedildi, "
        "belge*, bildirildi, bildirim*, bilgi*, bot*, broşür*, bölüm*, ders*, dizi*, dosya*, duydum, "
        "duymuştum, ekran*, elektronik*, eğitim*, facebook*, film*, gazete*, haber, haberler*, harita*, "
        "havaalanı*, havalimanı*, ilginç*, imas*, imsma*, indir*, instagram*, internet*, istatistik*, "
        "kapanış*, kayıt*, kitap*, konferans*, konu*, kopya*, kurs*, kısaca, link*, makale*, manşet*, "
        "materyal*, mikrofon*, moderatör*, modül*, müze*, okudum, okumuştum, organizatör*, oturum*, "
        "oyun*, panel*, pdf*, podcast*, program*, projektör*, protokol*, radyoda, rakam*, rapor*, "
        "resimli, roman, romanı, sahne*, salon*, sayfa*, sergi*, sinema*, site*, slayt*, soru*, stand*, "
        "stant*, sunum*, söylendi, taksi*, tanım*, tarih*, televizyon*, terim*, tiktok*, tiyatro*, "
        "transfer*, tören*, uçuş*, veri*, video*, vize*, wifi, yayın*, yazıyor, yazıyorlar, yeniyim, "
        "youtube*, yönetmen*, çalıştay*, özet*, şarkı*, şifre*, akşam yemeği, bana bob de, bana de, "
        "bilgisayar oyunu*, birinci gün, el ilanı*, genel kurul, ikinci gün, masa oyunu*, resmi var, "
        "yaka kart*, yuvarlak masa, çizgi film*, çizgi roman*"
    ),
    "past": (
        "anı, anıları, aralıkta, askerde, askerken, askerliğimi, ağustosta, basmıştı*, bulmuştu, "
        "düğünde, efsane*, ekimde, eskiden, eylülde, gazi*, haziranda, hikaye*, kasımda, kurtulmuş, "
        "martta, mayısta, nisanda, ocakta, rüya*, savaşında, sovyet*, temmuzda, yüzyıl*, çocukken, "
        "şaka*, şarkı*, şubatta, askerler almış, bir zamanlar, birinci dünya, bomba gibi*, büyük dedem, "
        "geçen ay, geçen bahar, geçen sene, geçen yaz, geçen yıl, hayatta kal*, ikinci dünya, karabağ "
        "savaşı*, kırk yıl, o zaman, o zamanlar, on yıllar*, savaş sırasında, savaştan kalma, savaştan "
        "sonra, sağ kal*, tam bir mayın, vazo diye, yıl önce, yıllar önce"
    ),
    "howto": (
        "anlat*, evde, garajda, göster*, istiyorum, kendim, kendimiz, nasıl, neyle, pense*, rolünde, "
        "talimat*, tarif*, uzmansız, varsayımsal*, yöntem*, öğret*, şema*, adım adım, ayrıntılı anlat*, "
        "detaylı anlat*, en kolay, ev yapımı, film için, gibi davran, hangi alet*, hangi kablo*, kendi "
        "başıma, kendi elim*, kitap için, kolay yol*, kuralları unut*, mümkün mü, ne gerekir, ne kadar "
        "patlayıcı, ne kadar tnt, ne lazım, nereden al*, nereden satın, nereye göm*, nereye koyayım, "
        "neyi karıştır*, olur mu, roman için, sen artık, uzman çağırmadan, yardım et*, yaz bana, yolu "
        "var mı"
    ),
    "make": (
        "alınır, bağlamak, bağlarım, değiştir*, dönüştür*, döşe*, geçiririm, gizle*, gömerim, gömeyim, "
        "gömmek, hazırla*, imal*, kamufle*, karıştır*, kaynat*, koyayım, koymak, kurarım, kurmak, "
        "kurmayı, kurulur, mayınla*, saklarım, sentez*, sipariş*, yapabilir*, yaparım, yapayım, yapmak, "
        "yapılır, yapılıyor, yapımı, yerleştir*, yıkmak, öldürmek, üret*, aktif et*, arabayı havaya*, "
        "arabayı patlat*, elde eder*, evi patlat*, satın al*, yeniden çalış*, çalışır hale"
    ),
    "defuse": (
        "ateşle, açarım, açayım, açmak, açmayı, barutunu*, delerim, delmek, durdurmak, eritirim, "
        "eritmek, etkisiz*, fünyesini*, keserim, keseyim, kesmek, kesmeliyim, patlatabilir*, patlatmak, "
        "patlatırım, patlayıcısını*, sökebilir*, sökerim, sökeyim, sökmek, sökülür, söndür*, tapasını*, "
        "testere*, yakarak, yakarım, yakmak, zararsız*, çözerim, çıkarabilir*, ateş edip, devre dışı, "
        "devre dışı*, imha edebilirim, imha ederim, içini boşalt*, kendim temizle*, temizlemek "
        "istiyorum"
    ),
    "shift": (
        "alabilirim, atarım, atayım, atmak, gömeyim, götürmek, götürürüm, kaldırmak, kaldırırım, "
        "kazarım, kazmak, kurtulmak, sürükle*, taşımak, taşırım, taşıyabilirim, temizlerim, çekmek, "
        "çıkarmak, çıkarırım, hareket ettir*, kazıp çıkar*, kendim temizle*, yerini değiştir*, çıkarıp "
        "götür*"
    ),
    "matter": "barut*, detonatör*, dinamit*, fünye*, molotof*, patlayıcı*, tnt",
    "several": (
        "altı, beş, birkaç, dolu, dört, iki, çok, üç, bir başka, bir sürü, bir tane daha, daha var, her "
        "ikisi, her yerde"
    ),
    "this": "bu, bunlar, bunu, o, onlar, onu, şu, şunu",
    "exit": (
        "dönelim, döneyim, dönmek, geri, çıkabilir*, çıkalım, çıkarabilir*, çıkaracağız, çıkarım, "
        "çıkarız, çıkayım, çıkmak, çıkmalı*, çıkılır"
    ),
    "machine": (
        "dedektör*, dron*, ekip*, fare*, grup*, köpek*, makine*, mayıncı*, operatör*, robot*, sıçan*, uzman*"
    ),
    "whether": "mi, midir, mu, muyum, mıyız",
    "recipe": (
        "formül*, gübre*, malzeme*, talimat*, tarif*, çizim*, şema*, adım adım, ev yapımı, kendi elleri*"
    ),
    "daily": (
        "abonelik*, akü*, anahtar*, antrenman*, asansör*, ayakkabi*, bagaj*, balans, bankam*, "
        "bankamatik*, bavul*, başım, benzin*, bilet*, bilgisayar*, birasını, borç*, boşanma, bulaşık, "
        "buzdolab*, cadir*, camımıza, ceket*, cüzdan*, dans, deterjan, diyet, dizi*, doktor*, dolar*, "
        "duyuru*, düğün*, eczane*, ekmek, elektrik*, euro*, fatura*, fiyat*, futbol, fırın*, garson*, "
        "gitar, grip*, gruptan, hakem, havaalan*, havaalani*, hediye*, hesab*, hesap*, ilaç*, "
        "indirim*, internet*, iptal*, kahvalt*, kahve*, kanepe, kargo*, kartım*, kartımı, kasiyer*, "
        "klavye*, koltuk, konser*, kredi*, kulaklık*, kuyruk*, lego*, lira*, maaş*, maaşım, makarna*, "
        "mangal, market*, maç*, mektup, menü*, mesai*, mikrofon*, minibus*, mobilya, müdür*, müzik*, "
        "numarayı, odada, ofis*, otel*, otobüs*, otopark*, otoyol*, pasaport*, pasta, patronum, "
        "perde, peynir, pilav, pin, pizza*, prim*, randevu*, resepsiyon*, restoran*, rezerv*, salata, "
        "sandalye*, saçımı, sevgilim, sigorta*, sinema*, sipariş*, spor, stres, süpürge, süt*, "
        "sınavdan, taksi*, tavuk, telefon*, televizyon*, toplanti*, trafik*, transfer*, trene, "
        "trenle, tuvalet*, uçuş*, valiz*, vergi, vitamin*, vize*, wifi*, yastık, yazıcıya, yemek*, "
        "yetismez, yorgan, çikolata*, ödeme*, ödevim, şampuan, şeker*, şemsiye*, şifre*, ayakta "
        "duruyorum, başım ağrıyor, boru patladı, e posta, gol attı, halı saha, hava durumu, karnım "
        "ağrıyor, lastik basıncı, otelin tabelası, park yeri, posta kutum, saat kaçta, sahibi kim*, "
        "uçak bileti, yedek yok, çalar saat, çaya şeker, öğle yemeği, şarj aleti"
    ),
    "vague": (
        "alet*, arasına, askeri, ağır*, bilinmeyen*, birşey*, bişey*, boru*, büyüklüğünde, cihaz*, "
        "demir*, düğme*, eski, eşya*, garip*, gri, halka*, ince, ip, ipe, ipi, kablo*, kahverengi, "
        "kapa*, kare, kasa, kazık*, konserve*, kulp*, kutu*, lastik*, nesne*, oyuncak*, oyuncağ*, "
        "paket*, parça*, pil, piller, pirinç, sabun*, sandık*, sandığ*, sarı, siyah, tehlikeli*, top, "
        "tuhaf*, turuncu, ucu, uzun, yay, yazılı, yeşil*, yumurta*, yuvarlak*, zincir*, zımbırtı*, "
        "şerit, şey, şeyler, şüpheli*, bi şey, bir şey, yazı var"
    ),
    "away": (
        "dokunmadık, dokunmadım, döndü, döndük, döndüm, dönmüş, ellemedim, masada, rafta, uzaklaş*, "
        "uzakta*, uzaktan, çekildik, çekildim, arabadan indik, duvarın arkasında*, dışarı çıktık, "
        "elinden aldım, ellerinden aldım, eve döndü*, eve geldi*, geri döndü*, geri koydum, geri "
        "çekil*, güvenli mesafe*, hepimiz indik, hepimiz çıktık, işi durdurduk, kapıyı kapattık, "
        "konsolun üstünde, masanın üstünde, rafın üstünde, yerine koydum, yoldan gorduk, yoldan "
        "gordum, yoldan gördük"
    ),
    "crowd": (
        "bakmaya, camlar, insanlar, itfaiye*, kalabalık*, millet, bakmaya kos*, bakmaya koşuyor, "
        "başına toplan*, herkes koşuyor, insanlar geçiyor, oraya koşuyor, patlama duy*, patlama sesi, "
        "yanından geçiyor"
    ),
    "framed": (
        "ajans*, alıştırma*, anlatır, anılar, anılarımı, arşiv*, derse, dersek, derste, diyelim, "
        "doğrula*, efsane*, ergen*, etiket*, eğitmen*, filmde, gazeteci*, genel, genelde, gerçekte, "
        "katılımcı*, kaynak*, mesela, oturumunu, roman*, röportaj*, senaryo*, slayt*, soru, "
        "sorumluluk*, sorusu, söylenti*, terim*, testin, testteki, vitrin*, yasa*, örneğin, öğrencim, "
        "öğrencim*, şükür*, anlatır mısın, bir adam, ders için, diyelim ki, doğru mu, farz edelim, "
        "haberine göre, her düğünde, kitap yazıyorum, mayın yok, mayın yoktu, ne olur, slayt için, "
        "yazmak istiyorum, çok kısa"
    ),
    "figure": (
        "başım, bombaydı, bütçe*, evlilik*, haha*, ilişki*, kafam, kayınpeder*, kayınvalide*, mektup*, "
        "mesajdan, minecraft*, oyunda, paylaşım*, siyaset*, sohbet*, sohbeti, telefonum*, başım patl*, "
        "bomba gibi, kafam patl*, mayın gibi, nereye bassan, posta kutum, tarlasında yürümek, yanlış "
        "laf"
    ),
}
