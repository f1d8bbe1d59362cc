"""What the API takes. Fields that are missing or not known are refused here, all at once.

What stands in a field is for the engine to read, so that its errors have the same words at every door: the types below
document it, and `SkipValidation` hands it on as it came.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SkipValidation, ValidationInfo

from fullest.errors import UnreadableValue

MOST_STATES = 200
"""In `via` and in `received_from`."""
_STRICT = ConfigDict(extra="forbid", strict=True)
_Words = Annotated[str, Field(max_length=200_000)]


def _few(states: object, field: ValidationInfo) -> object:
    if isinstance(states, list) and len(states) > MOST_STATES:
        raise UnreadableValue(
            f"{len(states)} States are named", at=field.field_name or "", hint=f"at most {MOST_STATES}"
        )
    return states


class ItemIn(BaseModel):
    """The item, described by whatever is known of it. At least one field besides `kind` has to say something."""

    model_config = _STRICT

    kind: _Words | None = Field("chemical", description="The kind of item; a chemical can be identified today.")
    name: _Words | None = Field(
        None, description="A name, in any language the corpus holds.", examples=["thiodiglycol"]
    )
    cas: _Words | None = Field(None, description="A CAS Registry Number.", examples=["111-48-8"])
    smiles: _Words | None = Field(None, description="A structure as SMILES.", examples=["OCCSCCO"])
    inchi: _Words | None = Field(None, description="A structure as InChI.")
    inchikey: _Words | None = Field(None, description="An InChIKey; it finds named chemicals only.")
    molfile: _Words | None = Field(None, description="A structure as a molfile (V2000 or V3000).")
    entry: _Words | None = Field(
        None, description="A list entry that the item is known to meet.", examples=["cwc/3.B.17"]
    )
    description: _Words | None = Field(None, description="Anything else, for the record; nothing is decided from it.")


class PartyIn(BaseModel):
    """A person or organisation that takes part."""

    model_config = _STRICT

    role: _Words = Field(
        description="consignor, consignee, end-user, intermediary, bank or carrier.", examples=["end-user"]
    )
    name: _Words = Field(description="The name as written on the papers.", examples=["Example Chemicals Ltd"])
    country: _Words | None = Field(None, description="A State, by code or name.", examples=["EGY"])


_Item = Annotated[
    SkipValidation[_Words | ItemIn],
    Field(
        description="An object, or one text: a name, `cas:75-44-5`, `smiles:OCCSCCO`, `entry:cwc/3.B.17`.",
        examples=[{"name": "thiodiglycol"}],
    ),
]
_Open = SkipValidation[_Words | None]
_Amount = Annotated[_Open, Field(description="A number with its unit, as text; null says that it is not known.")]
_States = Annotated[
    SkipValidation[Annotated[list[_Words], Field(max_length=MOST_STATES)] | _Words | None], AfterValidator(_few)
]


class AssessIn(BaseModel):
    """A transfer: one item, from one State to another, on a day."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        json_schema_extra={
            "examples": [
                {
                    "item": {"name": "thiodiglycol", "cas": "111-48-8"},
                    "amount": "200 kg",
                    "concentration": "99 %",
                    "origin": "DEU",
                    "destination": "EGY",
                    "purpose": "industrial",
                    "end_use": "ink for ballpoint pens",
                    "date": "2026-11-23",
                }
            ]
        },
    )

    item: _Item
    amount: _Amount = Field(None, examples=["200 kg"])
    concentration: _Amount = Field(None, examples=["99 %"])
    origin: SkipValidation[_Words] = Field(
        description="The State it leaves, by ISO 3166 code or by name.", examples=["DEU"]
    )
    destination: SkipValidation[_Words] = Field(description="The State it is for.", examples=["EGY"])
    via: _States = Field(None, description="States it passes through: a list, or one text with commas.")
    received_from: _States = Field(
        None,
        description="States the origin itself received it from; an empty list says that there is none, null that it "
        "is not known.",
    )
    purpose: SkipValidation[_Words | list[_Words] | None] = Field(
        None,
        description="What it is for; several in a list where it is one of them; null says that it is not known.",
        examples=["industrial"],
    )
    end_use: SkipValidation[_Words | None] = Field("", description="The end use in words, for the record.")
    parties: Annotated[list[PartyIn], Field(max_length=200)] | None = Field(None, description="Who takes part.")
    date: SkipValidation[_Words] = Field(
        description="The day of the transfer; the law of that day answers.", examples=["2026-11-23"]
    )
    facts: SkipValidation[dict[str, bool | _Words | list[_Words] | None] | None] = Field(
        None, description="Further facts of the vocabulary by name; null says that a fact is not known.",
        examples=[{"packed-for-retail": True}],
    )  # fmt: skip


class IdentifyIn(BaseModel):
    """An item, and the day whose lists are asked."""

    model_config = ConfigDict(
        extra="forbid", strict=True, json_schema_extra={"examples": [{"item": "cas:75-44-5", "date": "2026-11-23"}]}
    )

    item: _Item
    date: _Words | None = Field(None, description="The day; today where it is left out.", examples=["2026-11-23"])
