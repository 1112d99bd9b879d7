/** Why an order is not carried out, in words for the administrator; the transaction ends with it and nothing is changed. */
export class OrderRefused extends Error {}
