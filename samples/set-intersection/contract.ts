type Ids = FixedArray<Secret<u64>, 16>; // a place that is not used holds 0

/** Two parties learn how many ids both their lists have, and nobody which. */
export class SetIntersection extends Contract {
  readonly first: Address;
  readonly second: Address;
  private lists = map<Address, Ids>();

  constructor(first: Address, second: Address) {
    super();
    this.first = first;
    this.second = second;
  }

  /** Once: whoever could hand in one list after the other would try ids one by one. */
  submit(ids: Ids) {
    const who = this.ctx.sender;
    require(who === this.first || who === this.second, 'not one of the two');
    require(!this.lists.has(who), 'a list is handed in once');
    this.lists.set(who, ids);
  }

  @read common(): Secret<u32> {
    const who = this.ctx.sender;
    require(who === this.first || who === this.second, 'not one of the two');
    require(this.lists.size === 2, 'a list is missing');
    const ours = this.lists.get(this.first);
    const theirs = this.lists.get(this.second);
    let count: Secret<u32> = 0;
    // An id that a list has twice counts once.
    for (let i = 0; i < ours.length; i++)
      if (ours[i] !== 0 && theirs.includes(ours[i]) && !ours.slice(0, i).includes(ours[i])) count++;
    return toCaller(count, 'how many ids both lists have');
  }
}
