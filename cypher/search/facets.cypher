// How many of each kind are found, whatever kinds are asked for.
[name IN ['Term', 'Alias', 'Regulation', 'Statute', 'Standard', 'Organization'] |
  {name: name, count: size([one IN found WHERE one.kind = name])}]
