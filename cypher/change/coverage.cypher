// How sure a list of changes is: what is known of each section and appendix on the first and on the last day.
WITH COLLECT {
  UNWIND ${regulation/places} AS unit
  WITH unit WHERE unit.level IN ['SECTION', 'APPENDIX']
  RETURN COLLECT { UNWIND [$from, $to] AS day RETURN ${regulation/certainty(unit)} }
} AS sections
WITH {provision: null, place: null, listed: ${coverage/listed(sections)}} AS node
