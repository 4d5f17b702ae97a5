/** What a `MonetizationEvent` is made of, with some members replaced. */
window.sample_init = (other = {}) => ({
  amount: '150',
  amountSent: { currency: 'EUR', value: '1.5' },
  assetCode: 'EUR',
  assetScale: 2,
  incomingPayment: null,
  paymentPointer: 'https://wallet.example/',
  receipt: 'cmVjZWlwdA==',
  walletAddress: 'https://wallet.example/',
  ...other,
})
