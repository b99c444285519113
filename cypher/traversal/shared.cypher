// What is left of a strength for each of `it` relations that say the same about one node: a guide has hundreds of profiles, so
// each of them says less about the guide than the law that adopts it.
1.0 / (1.0 + log10(1.0 + it / 10.0))
