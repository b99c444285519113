// To which values an element is bound. `element` leads to the value set that is meant.
UNWIND [parent] AS element
WITH element
WHERE element.binding IS NOT NULL OR element.bindingStrength IS NOT NULL
WITH {valueSet: element.binding, strength: element.bindingStrength, element: element} AS node
