// The standards and their versions, with the imports that have records of them.
MATCH (standard:Standard)
WHERE standard.level IN ['STANDARD', 'VERSION']
RETURN standard.key AS key, standard.level AS level, standard.canonical AS canonical, standard.package AS package,
  standard.version AS version, standard.origins AS origins
ORDER BY key
