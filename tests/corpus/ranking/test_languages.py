# ruff: noqa: E501 - sentences
"""The language of a corpus, found from its passages."""

import pytest

from corpus.ranking.languages import UNKNOWN, language_of

SAID = {
    "en": "The mine was found by a dog and it is now being cleared with the help of people from the village.",
    "ru": "Мина была найдена собакой, и теперь её обезвреживают с помощью людей из деревни, что у реки.",
    "uk": "Міну знайшов собака, і тепер її знешкоджують за допомогою людей із села, що біля річки.",
    "az": "Mina it tərəfindən tapılıb və indi kənddən olan insanların köməyi ilə təmizlənir, bu çox vaxt alır.",
    "tr": "Mayın bir köpek tarafından bulundu ve şimdi köyden insanların yardımı ile temizleniyor, çok zor.",
    "de": "Die Mine wurde von einem Hund gefunden und wird jetzt mit der Hilfe von Menschen aus dem Dorf geräumt.",
    "es": "La mina fue encontrada por un perro y ahora se limpia con la ayuda de la gente que vive en el pueblo.",
    "fr": "La mine a été trouvée par un chien et elle est maintenant enlevée avec l'aide des gens du village.",
    "it": "La mina è stata trovata da un cane e ora viene rimossa con l'aiuto della gente che è nel villaggio.",
    "pt": "A mina foi encontrada por um cão e agora é removida com a ajuda das pessoas da aldeia, que não é longe.",
    "ro": "Mina a fost găsită de un câine și acum este curățată cu ajutorul oamenilor din sat, care nu sunt departe.",
    "nl": "De mijn werd door een hond gevonden en wordt nu met de hulp van mensen uit het dorp geruimd.",
    "pl": "Mina została znaleziona przez psa i jest teraz usuwana z pomocą ludzi, którzy są ze wsi.",
    "vi": "Quả mìn được một con chó tìm thấy và bây giờ đang được dọn với sự giúp đỡ của những người trong làng.",
    "el": "Η νάρκη βρέθηκε από έναν σκύλο και τώρα απομακρύνεται με τη βοήθεια των ανθρώπων του χωριού.",
    "ar": "تم العثور على اللغم من قبل كلب و هو الآن يزال بمساعدة الناس في القرية التي كانت قريبة",
    "fa": "مین را یک سگ پیدا کرد و اکنون با کمک مردمی که از روستا هستند پاک می شود",
    "he": "המוקש נמצא על ידי כלב והוא עכשיו מפונה עם אנשים של הכפר",
    "hi": "बारूदी सुरंग एक कुत्ते ने खोजी और अब गाँव के लोगों की मदद से उसे हटाया जा रहा है।",
    "th": "ทุ่นระเบิดถูกพบโดยสุนัขและตอนนี้กำลังถูกเก็บกู้ด้วยความช่วยเหลือของชาวบ้าน",
    "zh": "地雷是一只狗发现的，现在在村民的帮助下正在清除。",
    "ja": "地雷は犬によって発見され、今は村の人々の助けで除去されています。",
    "ko": "지뢰는 개가 발견했으며 지금은 마을 사람들의 도움으로 제거되고 있습니다.",
}


@pytest.mark.parametrize("language", SAID)
def test_found(language: str) -> None:
    assert language_of([SAID[language]]) == language


def test_names_in_another_script_do_not_matter() -> None:
    assert language_of([f"{SAID['ru']} Anti-personnel mine ban convention (APMBC)"] * 3) == "ru"


@pytest.mark.parametrize("texts", [[], [""], ["12 345", "…"], ["qqq www"]])
def test_nothing_tells(texts: list[str]) -> None:
    assert language_of(texts) == UNKNOWN
