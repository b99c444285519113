// The steps of a definition's chain, in the order in which they are followed.
${definition/steps(parent)}
UNWIND steps AS node
