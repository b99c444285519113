// What a search asks for: see src/search/query.ts, which writes the Lucene queries; users cannot.
$cited AS cited, $named AS named, $asked AS asked, $exact AS exact, $start AS start, $words AS words, $some AS some,
  $said AS said, $vector AS asking
