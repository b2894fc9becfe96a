"""The text that holds everything a text can hold."""

from tests.volume.words import Words


def everything(*, picture: str, document: str, office: str, voices: tuple[str, str]) -> str:
    """Markdown with each form and each insertable once; the arguments are slugs."""
    words = Words("nl", "everything")
    first, second = voices
    return f"""\
{words.sentences(3)} Met *nadruk*, **kracht**, ~~een doorhaling~~, `code` en [een koppeling](/contact/).[^1]

[[ervaring {first}]]

## Een lijst en een citaat

{words.paragraphs(2)}

- {words.sentence()}
- {words.sentence()}
    - {words.sentence()}
    - {words.sentence()}

1. {words.sentence()}
2. {words.sentence()}

> {words.sentence()}
>
> — Vera Voorbeeld

### Een kop van de derde graad

{words.paragraphs(1)} Nog een noot.[^2]

[[afbeelding {picture} groot]]

## Een tabel met veel kolommen

| Stap | Wie | Wanneer | Wat het vraagt | Wat het oplevert | Kosten |
|:-----|:----|:-------:|:---------------|:-----------------|-------:|
| Kennismaken | Alle partijen | week 1 | Een ochtend, en een open gesprek zonder verslag | Vertrouwen | € 0 |
| Verkennen | Kerngroep | week 2-4 | Interviews met ieder die iets te verliezen heeft | Een gedeeld beeld | € 1.250 |
| Besluiten | Bestuurders | week 5 | {words.sentence()} | Een plan dat gedragen wordt | € 12.500 |

[[ervaring {second}]]

{words.paragraphs(2)}

| Klein | Tabelletje |
|---|---|
| 10 km | 25 % |

## Om mee te nemen

[[bestand {document}]]

[[bestand {office}]]

[[video url="https://video.example/kijk" titel="Een gesprek in drie bedrijven"]]

[[afbeelding {picture}]]

## Regels code

```
def samen(partijen):
    return [partij for partij in partijen if partij.doet_mee and not partij.is_alleen and partij.luistert_ook_echt]
```

[[blog]]

---

{words.paragraphs(1)}

[[contact]]

[^1]: {words.sentence()}
[^2]: {words.sentences(2)} Zie [elders](https://elsewhere.example/een/adres).
"""
