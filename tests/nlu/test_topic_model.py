"""One text is read by the short way as scikit-learn reads it among many."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix, hstack

from bot.nlu.terms import Terms
from bot.nlu.topic_model import Sample, TopicModel

TEXTS = (
    *("mua särkee hammas", "hammasta särkee yöllä", "jag har ont i tanden", "vuokra on maksamatta"),
    *("räkningarna är obetalda", "lapsella on kuume", "kuume nousi taas", "barnet har feber"),
)


def sample(text: str) -> Sample:
    """As the model sees it; the base forms do not matter here."""
    return Sample(text, text, text)


def taught(labels: str) -> TopicModel:
    """A model that has learnt the texts, without an encoder."""
    model = TopicModel()
    model.fit([sample(text) for text in TEXTS], list(labels), None)
    return model


def matrix(model: TopicModel, text: str) -> csr_matrix:
    """The row of a text as the model learns from it."""
    return hstack([model.characters.transform([text]), model.bases.transform([text])])


@pytest.mark.parametrize("labels", ["aaabbccc", "aaabbaaa"])
@pytest.mark.parametrize("text", [*TEXTS, "hammas hammas kuume", "xyz", ""])
def test_probabilities_by_form(labels: str, text: str) -> None:
    """The same as scikit-learn's own, for many labels and for two."""
    model = taught(labels)
    wanted = model.by_letters.predict_proba(matrix(model, text))[0]
    assert model.by_form(sample(text)) == pytest.approx(wanted)


def test_terms_of_two_vectorisers_stand_side_by_side() -> None:
    """As in the matrix that the regression has learnt from."""
    model = taught("aaabbccc")
    vectorizers = [model.characters, model.bases]
    columns, values = Terms(vectorizers).of(["kuume nousi", "kuume nousi"])
    width = sum(len(each.vocabulary_) for each in vectorizers)
    found = csr_matrix((values, columns, [0, len(columns)]), shape=(1, width))
    assert np.allclose(found.toarray(), matrix(model, "kuume nousi").toarray())
