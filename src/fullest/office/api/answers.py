"""What the API gives, for its documentation. The answers themselves are worded by the engine, as everywhere else."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Rung = Literal["free", "notify", "assure", "authorise", "forbidden"]


class _Open(BaseModel):
    model_config = ConfigDict(extra="allow")


class TroubleOne(BaseModel):
    """One error: what happened, where, and what to do."""

    error: str = Field(description="The kind of error.", examples=["UnknownName"])
    message: str = Field(description="What happened.")
    at: str = Field(description="The field, as in `item.cas`.", examples=["origin"])
    try_: str = Field(alias="try", description="What to do about it.")


class TroubleOut(TroubleOne):
    """A refusal. Where several fields are wrong, all are listed."""

    errors: list[TroubleOne] | None = Field(None, description="All errors, the first of which stands above.")


class OutcomeOut(_Open):
    """An interval on the ladder."""

    at_least: Rung = Field(description="What is sure to be asked.")
    at_most: Rung = Field(description="What may be asked under the open questions.")


class LayersOut(_Open):
    """The outcome of each layer; null says that it was not looked at."""

    binding: OutcomeOut | None
    arrangement: OutcomeOut | None
    national: OutcomeOut | None


class ListingOut(_Open):
    """An entry that the item meets or may meet."""

    entry: str
    title: str
    cites: str
    certain: bool
    because: str


class IdentificationOut(_Open):
    """What the item was taken to be."""

    status: Literal["listed", "not-listed", "undetermined"]
    says: str
    listings: list[ListingOut]
    name: str
    cas: str
    smiles: str
    formula: str
    inchikey: str


class BecauseOut(_Open):
    """A reason and those it rests on."""

    says: str
    value: bool | None
    cites: str
    parts: list[BecauseOut]


class DutyOut(_Open):
    """A duty, its holder and its paragraph."""

    rule: str
    title: str
    layer: str
    holder: str
    holder_name: str
    effect: Rung | None = None
    cites: str
    says: str
    asks: str
    certain: bool
    because: BecauseOut


class DeterminationOut(_Open):
    """The answer, as every door gives it."""

    sentence: str = Field(description="The answer in one sentence.")
    outcome: OutcomeOut
    layers: LayersOut
    item: IdentificationOut
    duties: list[DutyOut]
    facilitates: list[DutyOut]
    date: str
    corpus: str = Field(description="The digest of the corpus that answered.")


class StateOut(BaseModel):
    """A State: its ISO 3166 alpha-3 code and its name in the language of the answer."""

    iso3: str
    name: str


class StatesOut(BaseModel):
    """States whose name begins as sought."""

    states: list[StateOut]


class EditionOut(BaseModel):
    """An edition of a list and the days on which it stands; `until` is the first day after."""

    list: str
    edition: str
    title: str
    since: str
    until: str | None


class CorpusOut(BaseModel):
    """The corpus that answers."""

    digest: str
    editions: list[EditionOut]
    instruments: list[str]
