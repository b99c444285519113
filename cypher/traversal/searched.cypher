// A search for paths follows the relation `it`: the first search any that is asked for, the second those that authors or the law state.
(search = 1 OR NOT type(it) IN ['MENTIONS', 'PUBLISHED_BY', 'ALIAS_OF']) AND ${traversal/followed(it)} AND ${days/in-force(it)}
