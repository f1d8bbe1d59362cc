"""Golden sentences: each kind of condition and its contrary, in English and in French."""

from __future__ import annotations

from typing import Any

import pytest

from fullest.language.parse import Reader
from fullest.language.tell import Teller

SENTENCES = {
    "true": ("always", "never", "toujours", "jamais"),
    "false": ("never", "always", "jamais", "toujours"),
    "sealed": ("it is sealed", "it is not sealed", "il est scellé", "il n'est pas scellé"),
    "item in list": (
        "the item is in the List", "the item is not in the List",
        "l'article figure sous « la Liste »", "l'article ne figure pas sous « la Liste »",
    ),
    "origin is party to pact": (
        "XA is a party to the Pact", "XA is not a party to the Pact",
        "XA est partie au Pacte", "XA n'est pas partie au Pacte",
    ),
    "other is party to pact": (
        "the other State is a party to the Pact", "the other State is not a party to the Pact",
        "l'autre État est partie au Pacte", "l'autre État n'est pas partie au Pacte",
    ),
    "destination is member of club": (
        "the destination is in the Club", "the destination is not in the Club",
        "l'État de destination fait partie de : le Club", "l'État de destination ne fait pas partie de : le Club",
    ),
    "amount < 5 mg": (
        "the amount is less than 5\u00a0mg", "the amount is 5\u00a0mg or more",
        "la quantité est en dessous de 5\u00a0mg", "la quantité atteint ou dépasse 5\u00a0mg",
    ),
    "amount <= 5 mg": (
        "the amount is 5\u00a0mg or less", "the amount is more than 5\u00a0mg",
        "la quantité ne dépasse pas 5\u00a0mg", "la quantité dépasse 5\u00a0mg",
    ),
    "amount > 5 mg": (
        "the amount is more than 5\u00a0mg", "the amount is 5\u00a0mg or less",
        "la quantité dépasse 5\u00a0mg", "la quantité ne dépasse pas 5\u00a0mg",
    ),
    "amount >= 5 mg": (
        "the amount is 5\u00a0mg or more", "the amount is less than 5\u00a0mg",
        "la quantité atteint ou dépasse 5\u00a0mg", "la quantité est en dessous de 5\u00a0mg",
    ),
    "amount == 5 mg": (
        "the amount is exactly 5\u00a0mg", "the amount is not 5\u00a0mg",
        "la quantité vaut exactement 5\u00a0mg", "la quantité diffère de 5\u00a0mg",
    ),
    "purpose is weapons": (
        "the purpose is weapons", "the purpose is not weapons",
        "la fin poursuivie est d'armement", "la fin poursuivie n'est pas d'armement",
    ),
    "purpose in {research, medical}": (
        "the purpose is medical or research", "the purpose is not medical or research",
        "la fin poursuivie est médicale ou de recherche", "la fin poursuivie n'est pas médicale ou de recherche",
    ),
    "all materials in {glass}": (
        "every one of the materials is glass", "not every one of the materials is glass",
        "tous les éléments des matériaux : verre", "certains éléments des matériaux sont autres que verre",
    ),
    "any materials in {glass}": (
        "at least one of the materials is glass", "none of the materials is glass",
        "au moins un élément des matériaux : verre", "aucun élément des matériaux : verre",
    ),
    "sealed and item in list": (
        "it is sealed and the item is in the List", "it is not sealed or the item is not in the List",
        "il est scellé et l'article figure sous « la Liste »",
        "il n'est pas scellé ou l'article ne figure pas sous « la Liste »",
    ),
    "sealed or item in list": (
        "it is sealed or the item is in the List", "it is not sealed and the item is not in the List",
        "il est scellé ou l'article figure sous « la Liste »",
        "il n'est pas scellé et l'article ne figure pas sous « la Liste »",
    ),
    "sealed and (sealed or item not in list)": (
        "it is sealed and (it is sealed or the item is not in the List)",
        "it is not sealed or (it is not sealed and the item is in the List)",
        "il est scellé et (il est scellé ou l'article ne figure pas sous « la Liste »)",
        "il n'est pas scellé ou (il n'est pas scellé et l'article figure sous « la Liste »)",
    ),
    "not (sealed and item in list)": (
        "it is not sealed or the item is not in the List", "it is sealed and the item is in the List",
        "il n'est pas scellé ou l'article ne figure pas sous « la Liste »",
        "il est scellé et l'article figure sous « la Liste »",
    ),
    "origin-date >= 2020-06-07": (
        "the day of origin is 2020-06-07 or more", "the day of origin is less than 2020-06-07",
        "le jour d'origine atteint ou dépasse 2020-06-07", "le jour d'origine est en dessous de 2020-06-07",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", list(SENTENCES))
def test_a_condition_is_told_in_both_languages(reader: Reader, teller: Teller, names: Any, text: str) -> None:
    """As it stands, and denied."""
    tree = reader.read(text)
    said, denied = teller.say(tree, names), teller.say(tree, names, holds=False)
    assert (said.en, denied.en, said.fr, denied.fr) == SENTENCES[text]


@pytest.mark.parametrize("text", list(SENTENCES))
def test_denying_in_the_tree_and_denying_in_words_are_the_same(
    reader: Reader, teller: Teller, names: Any, text: str
) -> None:
    """`not` has no words of its own: the contrary is said."""
    assert teller.say(reader.read(f"not ({text})"), names) == teller.say(reader.read(text), names, holds=False)


def test_what_is_open_is_told_as_not_known(reader: Reader, teller: Teller, names: Any) -> None:
    """In both languages."""
    said = teller.unknown(teller.say(reader.read("sealed"), names))
    assert (said.en, said.fr) == ("not known: whether it is sealed", "on ne sait pas s'il est scellé")
