// Names of terms in the text of a provision. A name that may mean several terms is one row.
WITH parent AS place, ${annotation/found(parent)} AS places
${annotation/rows}
ORDER BY node.start
