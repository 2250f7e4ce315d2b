type Person = {
  affected: Secret<bool>;
  alleles: FixedArray<Secret<Range<0, 2>>, 8>; // of the two copies at each place of the genome, how many are the rare one
};

/** Rare alleles among people who have a disease and people who have not, told only where both groups are large enough. */
export class AlleleCounts extends Contract {
  readonly closes: u64;
  readonly least: u32;
  people = inbox<Person>();

  constructor(closes: u64, least: u32) {
    super();
    require(least >= 2, 'a group of one is that one');
    this.closes = closes;
    this.least = least;
  }

  @atBlock('closes') publish(): { people: u32; enough: bool; affected: u32[]; others: u32[] } {
    const people = this.people.upTo(this.closes).lastBySender();
    require(people.length >= this.least, 'too few people took part');
    let group: Secret<u32> = 0;
    for (const person of people) if (person.affected) group++;
    const rest = satSub(people.length, group);
    const affected = zeros<u32>(8);
    const others = zeros<u32>(8);
    for (const person of people)
      for (let i = 0; i < 8; i++)
        if (person.affected) affected[i] += person.alleles[i];
        else others[i] += person.alleles[i];
    // How large each group is stays secret; whether both are large enough is told, and the counts are zeros where they are not.
    const enough = group >= this.least && rest >= this.least;
    return {
      people: people.length,
      enough: reveal(enough, 'whether both groups are large enough'),
      affected: affected.map((n) => reveal(enough ? n : 0, 'rare alleles of all who are affected, or zeros')),
      others: others.map((n) => reveal(enough ? n : 0, 'rare alleles of all others, or zeros')),
    };
  }
}
