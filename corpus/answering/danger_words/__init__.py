"""The words of danger: what explodes, how people tell that they met it, who asks by trade.

An entry that ends in `*` stands for every word that begins so, one that starts with it for every word that
ends so; an entry of several words for that sequence. Azerbaijani and Turkish may be written without their
own letters, Russian in Latin ones.

What a list is a sign of:
    object, plural, compound: what explodes; several of them; a word after which its name is only a subject.
    thing, dud, looks: how it looks to who has no name for it; that it has not gone off; "looks like".
    met, there: that it was found, moved, kept; that it is there.
    self, kin, place, now, help: who, where, when, and what people in need ask.
    under, frozen, boom, hurt: what is under the foot; not moving; a click or a blast; somebody wounded.
    field, beyond: a mined place; signs passed, ways lost, no way back.
    supposing, asks, counts, trade, event, past: what speaks for a question of interest.
    howto, passive, make, defuse, shift: what a recipe is asked with.
"""

from corpus.answering.danger_words import azerbaijani, english, russian, turkish

WORDS: dict[str, dict[str, str]] = {
    "en": english.WORDS,
    "az": azerbaijani.WORDS,
    "ru": russian.WORDS,
    "tr": turkish.WORDS,
}
"""By language and sign."""
