"""Dutch and English that reads like prose and is the same at every run."""

from random import Random

_PARTS = {
    "nl": {
        "subjects": (
            *("Een goed gesprek", "Elke verandering", "Een nieuw begin", "Vertrouwen", "De kracht van een groep"),
            *("Een moeilijk besluit", "Het eerste overleg", "Luisteren", "Een gedeeld doel", "Ruimte voor twijfel"),
            *("De stilte na een vraag", "Samenwerken tussen organisaties", "Een onverwachte tegenstem"),
        ),
        "verbs": (
            *("vraagt om tijd", "begint bij een open vraag", "wordt sterker als iedereen meedoet"),
            *("laat zich niet afdwingen", "groeit waar mensen elkaar leren kennen", "hoeft niet meteen af te zijn"),
            *("kost meer moeite dan vooraf lijkt", "verdient een tafel met plaats voor allen"),
            *("geeft richting aan wat volgt", "maakt zichtbaar wat eerst verborgen bleef"),
        ),
        "ends": (
            *("", "", ", ook als de agenda vol staat", ", want anders blijft ieder bij het eigen gelijk"),
            *(": dat is al in de eerste week te merken", ", en juist daar ligt de winst", "; daarna pas komt het plan"),
            *(", hoe verschillend de belangen ook zijn", ", al klinkt dat eenvoudiger dan het is"),
        ),
        "nouns": (
            *("luisteren", "vertrouwen", "twijfel", "ruimte", "leiderschap", "stilte", "tegenspraak", "humor"),
            *("geduld", "verbinding", "eigenaarschap", "een gedeeld ritme", "verantwoordelijkheidsgevoel"),
        ),
        "titles": (
            *("De kunst van {}", "Waarom {} ertoe doet", "Wat {} ons leert", "{} in tijden van verandering"),
            *("Meer {}, minder haast", "{}: waar te beginnen?", "Het nut van {}", "Terug naar {}"),
        ),
    },
    "en": {
        "subjects": (
            *("A good conversation", "Every change", "A fresh start", "Trust", "The strength of a group"),
            *("A difficult decision", "The first meeting", "Listening", "A shared purpose", "Room for doubt"),
        ),
        "verbs": (
            *("takes time", "begins with an open question", "grows where people come to know each other"),
            *("can't be forced", "costs more effort than it seems", "deserves a table with a place for everyone"),
            *("shows what was hidden before", "gives direction to what follows"),
        ),
        "ends": (
            *("", "", ", even when the diary is full", ", and that is where the gain lies", "; the plan comes after"),
            *(", however different the interests are", ": it shows within the first week"),
        ),
        "nouns": ("listening", "trust", "doubt", "leadership", "silence", "humour", "patience", "ownership", "rhythm"),
        "titles": ("The art of {}", "Why {} matters", "What {} teaches", "More {}, less haste", "The use of {}"),
    },
}


class Words:
    """Text in one language (`nl` or `en`); the same seed gives the same words."""

    def __init__(self, language: str, seed: object = 0):
        self._parts = _PARTS[language]
        self._random = Random(f"{language} {seed}")  # noqa: S311  nothing secret: only the same at every run

    def sentence(self) -> str:
        return "{} {}{}.".format(*(self._random.choice(self._parts[part]) for part in ("subjects", "verbs", "ends")))

    def sentences(self, number: int) -> str:
        return " ".join(self.sentence() for _ in range(number))

    def paragraphs(self, number: int) -> str:
        return "\n\n".join(self.sentences(self._random.randint(3, 6)) for _ in range(number))

    def title(self) -> str:
        title = self._random.choice(self._parts["titles"]).format(self._random.choice(self._parts["nouns"]))
        return title[0].upper() + title[1:]

    def article(self, *, headings: int, quotation: bool = True) -> str:
        """Markdown of a piece: an opening, and as many parts under a heading of their own."""
        parts = [self.paragraphs(2)]
        for number in range(headings):
            parts.append(f"## {self.title()}\n\n{self.paragraphs(2)}")
            if quotation and number == 1:
                parts.append(f"> {self.sentence()}")
        return "\n\n".join(parts)

    def of_length(self, length: int) -> str:
        """Paragraphs of exactly that many characters."""
        pieces, written = [], 0
        while written < length:
            pieces.append(self.paragraphs(1))
            written += len(pieces[-1]) + 2
        return "\n\n".join(pieces)[:length].rstrip().ljust(length, ".")

    def of_words(self, number: int) -> str:
        """That many words, in paragraphs."""
        words, paragraphs = [], []
        while len(words) < number:
            words += self.sentence().split()
        words = words[:number]
        for start in range(0, number, 90):
            paragraphs.append(" ".join(words[start : start + 90]))
        return "\n\n".join(paragraphs)
