// The greatest relevance, in millionths, that at least `rank` of the candidates `it` reach; 0 if there are fewer. It is found bit by
// bit, from the greatest of `bits` to the smallest.
reduce(least = 0, bit IN bits |
  least + CASE WHEN size([one IN it WHERE one[1] >= (least + bit) / 1000000.0]) >= rank THEN bit ELSE 0 END
)
