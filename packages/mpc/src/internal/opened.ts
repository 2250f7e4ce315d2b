// The waist between computing and telling. What the engine opens is `Opened`: good for further engine work, and nobody else can look
// into it. Only a signed checkpoint over a view that contains it makes it `Released`, the one type from which outputs, reveals and roots
// are made. The door hands out the types alone, so outside this room neither can be made or read by accident.

export class Opened<T> {
  readonly #value: T;
  constructor(value: T) {
    this.#value = value;
  }
  /** For further engine work, which tells nothing to anybody. */
  static inside<T>(opened: Opened<T>): T {
    return opened.#value;
  }
}

export class Released<T> {
  readonly #value: T;
  constructor(value: T) {
    this.#value = value;
  }
  get value(): T {
    return this.#value;
  }
}
