"""The terms of schema.org that pages may use: which there are, and of what each may be said.

Whether a term exists tells rdflib, which brings the names of schema.org. What the properties that
we use may be said of stands here. Source: schema.org 30.0, domainIncludes and rdfs:subClassOf.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rdflib import RDF, Graph, URIRef
from rdflib.namespace import SDO

ABOVE = {
    "Answer": "CreativeWork",
    "CollectionPage": "WebPage",
    "Course": "LearningResource",
    "CreativeWork": "Thing",
    "DataDownload": "CreativeWork",
    "Dataset": "CreativeWork",
    "DefinedTerm": "Thing",
    "DefinedTermSet": "CreativeWork",
    "EducationalAudience": "Thing",
    "FAQPage": "WebPage",
    "LearningResource": "CreativeWork",
    "Organization": "Thing",
    "Question": "CreativeWork",
    "WebPage": "CreativeWork",
}
"""The type above each type, with those between left out that we never name."""
DOMAINS = {
    "Thing": "description identifier name url",
    "CreativeWork": "assesses audience creator dateModified datePublished educationalLevel hasPart"
    " inLanguage isAccessibleForFree isPartOf learningResourceType license mainEntity teaches text"
    " timeRequired translationOfWork typicalAgeRange workTranslation",
    "Course": "courseCode coursePrerequisites educationalCredentialAwarded",
    "DataDownload": "contentUrl encodingFormat",
    "Dataset": "distribution",
    "DefinedTerm": "inDefinedTermSet termCode",
    "DefinedTermSet": "hasDefinedTerm",
    "EducationalAudience": "educationalRole",
    "Question": "acceptedAnswer",
}
"""The properties that may be said of a type, and of all below it."""


def faults(told: str) -> Iterator[str]:
    """What of a page's JSON-LD is no term of schema.org, or is said of the wrong thing."""
    graph = Graph()
    graph.parse(data=told, format="json-ld")
    for subject in set(graph.subjects()):
        types = [term(one) for one in graph.objects(subject, RDF.type)]
        for one in types:
            if URIRef(f"{SDO}{one}") not in SDO or one not in ABOVE:
                yield f"no type is called {one}"
        above = {wider for one in types for wider in widening(one)}
        for property in set(graph.predicates(subject)) - {RDF.type}:
            name = term(property)
            if property not in SDO:
                yield f"no property is called {name}"
            elif not any(name in DOMAINS.get(one, "").split() for one in above):
                yield f"{name} is not said of {types}"


def term(one: Any) -> str:
    return str(one).removeprefix(str(SDO))


def widening(type: str) -> Iterator[str]:
    """The type and every type above it."""
    yield type
    if type in ABOVE:
        yield from widening(ABOVE[type])
