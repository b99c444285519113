// How specific the entity `it` is, from 0 to 1: an entity that is related to very many says little about each of them, and a
// paragraph says less than its section. `degree` is the number of its relations, which most callers know already.
(CASE WHEN it.level = 'PARAGRAPH' THEN 0.7 ELSE 1.0 END) / (1.0 + 0.1 * log10(1.0 + degree / 25.0))
