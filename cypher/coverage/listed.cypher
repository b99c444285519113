// What is known of `it`, a list that has for each section the certainty of its text on some days: how many sections there are, how many
// of them have a text that is not known for sure on one of the days, and which certainties there are.
{
  sections: size(it), missing: size([one IN it WHERE any(sure IN one WHERE sure IN ['UNCERTAIN', 'UNKNOWN'])]),
  certainties: [sure IN ['OBSERVED', 'DERIVED', 'PRESUMED', 'UNCERTAIN', 'UNKNOWN'] WHERE any(one IN it WHERE sure IN one)]
}
