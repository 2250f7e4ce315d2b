type Operation = Range<0, 3>; // add, subtract, multiply, divide

function computed(a: Secret<i64>, operation: Secret<Operation>, b: Secret<i64>): Secret<i64> {
  if (operation === 0) return a + b;
  if (operation === 1) return a - b;
  if (operation === 2) return a * b;
  return a / b; // toward zero; zero where b is
}

/** Sees neither the numbers nor what is done with them, and tells the result to its caller alone. */
export class Calculator extends Contract {
  @read calculate(a: Secret<i32>, operation: Secret<Operation>, b: Secret<i32>): Secret<i64> {
    return toCaller(computed(i64(a), operation, i64(b)), 'what your own numbers come to');
  }
}
