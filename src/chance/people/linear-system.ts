/** As many linear equations as unknowns. */

/**
 * The x that fulfils every row: Σ row[i] x[i] = the row's last entry. NaN or infinite where the rows do not settle it.
 * Gauss–Jordan elimination with row exchanges. Example: [[2, 0, 4], [0, 1, 3]] → [2, 3].
 */
export function solveLinear(rows: readonly (readonly number[])[]): number[] {
  const table = rows.map((row) => Float64Array.from(row));
  table.forEach((_, column) => {
    const pivot = takePivot(table, column);
    const scale = pivot[column] ?? 0;
    pivot.forEach((value, i) => {
      pivot[i] = value / scale;
    });
    table.forEach((row, i) => {
      const factor = row[column] ?? 0;
      if (i === column || factor === 0) return;
      for (let k = column; k < row.length; k++) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0);
    });
  });
  return table.map((row) => row.at(-1) ?? Number.NaN);
}

/** Brings the row with the largest entry in this column up to its place. */
function takePivot(table: Float64Array[], column: number): Float64Array {
  const weight = (row: number) => Math.abs(table[row]?.[column] ?? 0);
  let best = column;
  for (let row = column + 1; row < table.length; row++) if (weight(row) > weight(best)) best = row;
  const pivot = table[best] ?? new Float64Array();
  table[best] = table[column] ?? pivot;
  table[column] = pivot;
  return pivot;
}
