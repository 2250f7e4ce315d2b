type Member = { who: Address; worth: Secret<u64> };

export class Millionaires extends Contract {
  members: Member[] = []; // who takes part is public, what he is worth is not

  join(worth: Secret<u64>) {
    this.members.push({ who: this.ctx.sender, worth });
  }

  /** Of equals the one who came first; the zero address if nobody did. */
  richest(): { who: Address } {
    let most: Secret<u64> = 0;
    let who: Secret<Address> = NOBODY;
    for (const member of this.members)
      if (member.worth > most) {
        most = member.worth;
        who = member.who;
      }
    return { who: reveal(who, 'who is worth most') };
  }
}
