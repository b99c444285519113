// The vocabulary of a term.
MATCH (node:Vocabulary {id: 'Vocabulary:' + parent.vocabulary})
