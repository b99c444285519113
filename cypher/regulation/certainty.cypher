// How sure the text of the section or appendix `it` is on the day `day`, as the import found it.
coalesce(it.coverages[size([one IN it.coverageFrom WHERE one <= day]) - 1], 'UNKNOWN')
