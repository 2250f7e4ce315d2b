type Figures = {
  income: Secret<Range<0, 1000000>>; // a year
  debt: Secret<Range<0, 10000000>>;
  years: Secret<Range<0, 60>>; // in the present job
  missed: Secret<Range<0, 60>>; // payments, in five years
};
type Points = Range<0, 1000>;
type Model = {
  income: Secret<Points>; // for each thousand, up to 200
  years: Secret<Points>; // for each year
  burden: Secret<Points>; // off, for each percent that the debt is of the income, up to 500
  missed: Secret<Points>; // off, for each payment
  good: Secret<u32>; // from so many points on
  fair: Secret<u32>;
};
type Band = Range<0, 3>; // 1 good, 2 fair, 3 poor

/** A bank's secret weights over a borrower's secret figures. The band alone leaves: to the borrower, and to whom he names. */
export class CreditScore extends Contract {
  readonly bank: Address;
  ready: bool = false;
  private model: Model = { income: 0, years: 0, burden: 0, missed: 0, good: 0, fair: 0 };
  private bands = map<Address, Secret<Band>>();
  private readers = map<Address, KeyedMap<Address, bool>>();

  constructor(bank: Address) {
    super();
    this.bank = bank;
  }

  /** Once: whoever changed the weights between two borrowers could make the band say more than how good a borrower is. */
  setModel(model: Model) {
    require(this.ctx.sender === this.bank, 'not the bank');
    require(!this.ready, 'the model is set');
    this.ready = true;
    this.model = { ...model };
  }

  /** Once: whoever could change one figure at a time would find the weights. */
  apply(figures: Figures) {
    const who = this.ctx.sender;
    require(this.ready, 'the bank has set no model');
    require(!this.bands.has(who), 'has a band already');
    const { income, years, burden, missed, good, fair } = this.model;
    const thousands = u32(min(figures.income / 1000, 200));
    const percent = u32(min((figures.debt * 100) / max(figures.income, 1), 500));
    const score = satSub(
      thousands * income + u32(figures.years) * years,
      percent * burden + u32(figures.missed) * missed,
    );
    this.bands.set(who, score >= good ? 1 : score >= fair ? 2 : 3);
  }

  @read band(): Secret<Band> {
    require(this.bands.has(this.ctx.sender), 'apply first');
    return toCaller(this.bands.get(this.ctx.sender), 'your band');
  }

  allow(reader: Address) {
    this.readers.get(this.ctx.sender).set(reader, true);
  }

  forbid(reader: Address) {
    this.readers.get(this.ctx.sender).delete(reader);
  }

  @read bandOf(borrower: Address): Secret<Band> {
    require(this.readers.get(borrower).has(this.ctx.sender), 'the borrower has not named you');
    require(this.bands.has(borrower), 'the borrower has not applied');
    return toCaller(this.bands.get(borrower), 'the band of a borrower who named you');
  }
}
