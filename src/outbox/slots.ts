/** Room that several share. */
export interface Slots {
  /** False when there is none left. */
  take(): boolean;
  give(): void;
}

/** Room for `count`. */
export function createSlots(count: number): Slots {
  let left = count;
  return {
    take() {
      if (left === 0) return false;
      left -= 1;
      return true;
    },
    give() {
      left += 1;
    },
  };
}
