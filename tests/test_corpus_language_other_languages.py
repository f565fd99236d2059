"""A question in another language is known by its function words, and these are read as the English ones they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.other_languages import (
    elisions_parted,
    glosses,
    in_english_words,
    question_language,
    text_language,
    unread_script,
)
from corpus.language.vocabulary import languages, load

TEXTS = {
    "Welsh": (
        "Mae'r cyngor wedi penderfynu cau'r pwll nofio yn ystod mis Awst er mwyn trwsio'r to. Bydd y "
        "llyfrgell ar agor fel arfer, a gall pobl ddefnyddio'r pwll yn y dref nesaf heb dalu mwy. Os oes "
        "gennych gwestiwn am eich tocyn, ffoniwch y swyddfa neu ewch at y wefan. Mae'r aelodau yn diolch i "
        "bawb am eu hamynedd gyda'r gwaith hwn, ac maent yn gobeithio y bydd popeth yn barod cyn y gaeaf."
    ),
    "German": (
        "Der Rat hat beschlossen, das Hallenbad im August zu schließen, damit das Dach erneuert werden kann. "
        "Die Bücherei bleibt wie gewohnt geöffnet, und wer schwimmen möchte, kann ohne Aufpreis in das Bad "
        "der Nachbarstadt gehen. Wenn Sie eine Frage zu Ihrer Karte haben, rufen Sie bitte das Büro an. Die "
        "Arbeiten werden bis zum Winter nicht länger als zehn Wochen dauern und sind für die Anwohner kaum zu "
        "hören."
    ),
    "Spanish": (
        "El ayuntamiento ha decidido cerrar la piscina durante el mes de agosto para reparar el tejado. La "
        "biblioteca seguirá abierta como siempre, y quienes quieran nadar podrán ir a la piscina de la ciudad "
        "vecina sin pagar más. Si tiene una pregunta sobre su abono, llame a la oficina o visite la página. "
        "Las obras no durarán más de diez semanas y los vecinos apenas las oirán desde sus casas."
    ),
    "French": (
        "Le conseil a décidé de fermer la piscine au mois d'août afin de réparer le toit. La bibliothèque "
        "restera ouverte comme d'habitude, et ceux qui veulent nager pourront aller à la piscine de la ville "
        "voisine sans payer plus. Si vous avez une question sur votre carte, appelez le bureau ou consultez "
        "le site. Les travaux ne dureront pas plus de dix semaines et les habitants les entendront à peine."
    ),
    "Italian": (
        "Il consiglio ha deciso di chiudere la piscina nel mese di agosto per riparare il tetto. La "
        "biblioteca resterà aperta come sempre, e chi vuole nuotare potrà andare nella piscina della città "
        "vicina senza pagare di più. Se avete una domanda sulla vostra tessera, chiamate l'ufficio oppure "
        "visitate il sito. I lavori non dureranno più di dieci settimane e gli abitanti non li sentiranno "
        "quasi."
    ),
    "Polish": (
        "Rada postanowiła zamknąć basen w sierpniu, aby naprawić dach. Biblioteka będzie otwarta jak zwykle, "
        "a kto chce pływać, może pójść na basen w sąsiednim mieście bez dopłaty. Jeśli mają Państwo pytanie o "
        "swój karnet, prosimy zadzwonić do biura lub wejść na stronę. Prace nie potrwają dłużej niż dziesięć "
        "tygodni i nie będą słyszane przez mieszkańców, którzy są w domu."
    ),
    "English": (
        "The council has decided to close the swimming pool in August so that its roof can be repaired. The "
        "library will be open as usual, and anybody who would like to swim may go to the pool of the next "
        "town without paying more. If you have a question about your ticket, please ring the office. The work "
        "will not take longer than ten weeks, and nobody who lives near should hear much of it."
    ),
}
OF_OTHERS = {
    "Dutch": (
        "De gemeente heeft besloten het zwembad in augustus te sluiten, zodat het dak hersteld kan worden. De "
        "bibliotheek blijft gewoon open, en wie wil zwemmen kan zonder extra te betalen naar het bad van de "
        "volgende stad gaan. Als u een vraag over uw kaart hebt, bel dan het kantoor of ga naar de site. Het "
        "werk duurt niet langer dan tien weken en de buren zullen er weinig van horen."
    ),
    "Portuguese": (
        "A câmara decidiu fechar a piscina no mês de agosto para reparar o telhado. A biblioteca continuará "
        "aberta como sempre, e quem quiser nadar poderá ir à piscina da cidade vizinha sem pagar mais. Se "
        "tiver uma pergunta sobre o seu cartão, ligue para o escritório ou visite a página. As obras não vão "
        "durar mais de dez semanas e os vizinhos quase não as ouvirão."
    ),
    "Romanian": (
        "Consiliul a hotărât să închidă bazinul de înot în luna august pentru a repara acoperișul. Biblioteca "
        "va rămâne deschisă ca de obicei, iar cei care vor să înoate pot merge la bazinul din orașul vecin "
        "fără să plătească mai mult. Dacă aveți o întrebare despre abonament, sunați la birou sau vizitați "
        "pagina. Lucrările nu vor dura mai mult de zece săptămâni."
    ),
    "Turkish": (
        "Meclis, çatının onarılması için yüzme havuzunu ağustos ayında kapatmaya karar verdi. Kütüphane her "
        "zamanki gibi açık olacak ve yüzmek isteyenler ek ücret ödemeden komşu kentteki havuza gidebilecek. "
        "Biletiniz hakkında bir sorunuz varsa lütfen büroyu arayın ya da sayfaya bakın. Çalışma on haftadan "
        "uzun sürmeyecek ve komşular bunu pek duymayacak."
    ),
}


def in_english(question: str) -> tuple[str, str]:
    language = question_language(question)
    assert language is not None
    parted = elisions_parted(question, language)
    return language.name, in_english_words(parted, glosses(parted, language))


@pytest.mark.parametrize(
    ("question", "language", "english"),
    [
        ("Pwy yw cyfarwyddwr y gwasanaethau plant?", "Welsh", "Who is cyfarwyddwr the gwasanaethau plant?"),
        ("Faint o blant sydd mewn gofal?", "Welsh", "How many blant are in gofal?"),
        ("Pwy yw'r cyfarwyddwr?", "Welsh", "Who is the cyfarwyddwr?"),
        ("Ble mae'r swyddfa?", "Welsh", "Where is the swyddfa?"),
        ("Wer leitet das Jugendamt?", "German", "Who leitet the Jugendamt?"),
        ("wann ist die nächste Prüfung", "German", "When is the nächste Prüfung"),
        ("Wie viele Kinder wurden betreut?", "German", "How many Kinder were betreut?"),
        ("Was ist das Jugendamt?", "German", "What is the Jugendamt?"),
        ("Ist das Jugendamt gut?", "German", "Is the Jugendamt gut?"),
        ("Combien d'enfants le service suit-il ?", "French", "How many enfants the service suit-it ?"),
        ("Combien d’enfants sont suivis ?", "French", "How many enfants are suivis ?"),
        ("Qu'est-ce que le plan ?", "French", "What is the plan ?"),
        ("À quelle date aura lieu la réunion ?", "French", "On what date will have place the réunion ?"),
        ("¿Quién es la directora?", "Spanish", "¿who is the directora?"),
        ("Cuantos niños hay en la casa", "Spanish", "How many niños is there in the casa"),
        ("Chi è il direttore?", "Italian", "Who is the direttore?"),
        ("Quando è l'ispezione?", "Italian", "When is the ispezione?"),
        ("Kto jest dyrektorem?", "Polish", "Who is dyrektorem?"),
        ("Ile dzieci jest w pieczy?", "Polish", "How many dzieci is in pieczy?"),
        ("Ile kosztuje bilet?", "Polish", "How much is bilet?"),
        ("Ile kosztują obiady?", "Polish", "How much are obiady?"),
        ("Ile trwa wizyta?", "Polish", "How long is wizyta?"),
        ("Was kostet ein Brief?", "German", "How much is a Brief?"),
        ("Wie lange dauert das?", "German", "How long is the?"),
        ("Cé hé an stiúrthóir?", "Irish", "Who is the stiúrthóir?"),
        ("Cé mhéad leanaí atá faoi chúram?", "Irish", "How many leanaí is about chúram?"),
    ],
)
def test_question_words_of_another_language_are_those_of_english(question: str, language: str, english: str) -> None:
    assert in_english(question) == (language, english)


@pytest.mark.parametrize(
    "question",
    [
        "Who is the head of the Jugendamt?",
        "Co Durham i Newcastle",
        "Pam Jones",
        "Faint praise",
        "Rue de la Paix",
        "Ile de France",
        "Was Kosten in Bury?",
        "Was the war in an area?",
        "Was war declared?",
        "Die Hard reviews",
        "Who wrote La Traviata?",
        "What is 'laissez faire'?",
        "Comment on the report",
        "come in",
        "band E in oakley sands",
        "E bikes in park",
        "Where is Chi Chi Ltd?",
        "who is who",
        "When did La Rochelle send visitors to D'Arcy Street?",
        "",
        "2017",
    ],
)
def test_an_english_question_with_foreign_words_stays_english(question: str) -> None:
    assert question_language(question) is None


@given(st.text(alphabet="dlqu'’ enfat", max_size=30))
def test_a_question_with_elisions_parted_is_as_long_as_it_was(question: str) -> None:
    french = question_language("Qui est le maire ?")
    assert french and len(elisions_parted(question, french)) == len(question)
    assert elisions_parted("d'enfants et O'Brien's", french) == "d enfants et O'Brien's"


@pytest.mark.parametrize(
    ("question", "unread"),
    [
        ("كم عدد الأطفال؟", True),
        ("Хто директор?", True),
        ("Who is Хто?", False),
        ("niños", False),
        ("", False),
        ("12", False),
    ],
)
def test_letters_of_another_script_are_told(question: str, unread: bool) -> None:
    assert unread_script(question) is unread


@pytest.mark.parametrize("code", languages("questions"))
def test_each_language_has_its_months_and_function_words_that_are_english_ones(code: str) -> None:
    table = load("questions", code)
    assert len(table["months"]) == 12 and table["name"]
    assert {*table["only_after_day"]} <= {name for names in table["months"] for name in names}
    assert {"who", "when", "where", "how many"} <= {*table["question_words"].values()}
    small = {*load("questions")["small_words"], *load("stop_words")["usual"], *load("stop_words")["question_words"]}
    assert {word for gloss in table["small_words"].values() for word in gloss.split()} <= small | MEANINGFUL


MEANINGFUL = {"against", "without", "until", "one", "place"}
"""The few words by which a function word is glossed and that are no small words of English."""


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_tells_its_language(language: str) -> None:
    assert text_language(TEXTS[language]) == language
    assert text_language(TEXTS[language].upper()) == language


@pytest.mark.parametrize("language", OF_OTHERS)
def test_of_a_language_without_words_here_none_is_told(language: str) -> None:
    assert text_language(OF_OTHERS[language]) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The pool is open.",
        "John Smith 020 7946 0000\n" * 30,
        TEXTS["English"] + TEXTS["Welsh"],
        "المسبح مفتوح " * 50,
    ],
    ids=["nothing", "short", "names and numbers", "two languages", "another script"],
)
def test_where_it_is_not_sure_no_language_is_told(text: str) -> None:
    assert text_language(text) is None
