/** Where a bus meets the edge of its gutter: at a height, from the left or from the right. */
export interface Tap {
  y: number;
  side: 'gauche' | 'droite';
}

/** Lines that lead to one state and share a vertical. */
export interface Bus {
  vers: string;
  taps: Tap[];
}

/** The order of buses across a gutter, from left to right, in which fewest lines cross. */
export function ordered(buses: readonly Bus[]): Bus[] {
  let best = [...buses].sort((a, b) => spanOf(a) - spanOf(b));
  let fewest = crossings(best);
  for (let isBetter = true; isBetter; ) {
    const [order, count] = bestSwap(best);
    isBetter = count < fewest;
    if (isBetter) [best, fewest] = [order, count];
  }
  return best;
}

function bestSwap(order: readonly Bus[]): [Bus[], number] {
  let best: [Bus[], number] = [[...order], Number.POSITIVE_INFINITY];
  for (let from = 0; from < order.length; from++) {
    for (let to = 0; to < order.length; to++) {
      const other = order.toSpliced(from, 1).toSpliced(to, 0, order[from] as Bus);
      const count = crossings(other);
      if (count < best[1]) best = [other, count];
    }
  }
  return best;
}

/** How many times a line across the gutter meets the vertical of another bus; short ways break ties. */
function crossings(order: readonly Bus[]): number {
  const met = order.flatMap(({ taps }, rank) =>
    taps.map(({ y, side }) => {
      const passed = side === 'gauche' ? order.slice(0, rank) : order.slice(rank + 1);
      return passed.filter((bus) => isWithin(y, bus)).length + passed.length / 1_000;
    }),
  );
  return met.reduce((total, count) => total + count, 0);
}

function isWithin(y: number, { taps }: Bus): boolean {
  const heights = taps.map((tap) => tap.y);
  return y > Math.min(...heights) - 3 && y < Math.max(...heights) + 3;
}

function spanOf({ taps }: Bus): number {
  const heights = taps.map(({ y }) => y);
  return Math.max(...heights) - Math.min(...heights);
}
