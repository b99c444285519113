// Whether what holds only some words of the query, or is only near in meaning, is near enough to be an answer.
(asking IS NULL AND 'SOME_WORDS' IN reasons) OR ('SOME_WORDS' IN reasons AND near >= 0.5) OR ('MEANING' IN reasons AND near >= floor)
