/** What every AWS client of a test needs to speak to a stand-in: nothing of it is looked up on the machine. */
export const awsClient = (endpoint: string) => ({
  endpoint,
  region: 'ap-southeast-2',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
})
