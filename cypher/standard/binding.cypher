// The binding of an element to a set of values. `element` leads to the value set.
UNWIND [parent] AS element
WITH element
WHERE element.binding IS NOT NULL OR element.bindingStrength IS NOT NULL
WITH {valueSet: element.binding, strength: element.bindingStrength, element: element} AS node
