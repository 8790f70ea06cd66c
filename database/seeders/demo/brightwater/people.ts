const FIRST =
  'Aaron Abigail Adriana Alan Alejandra Alice Amir Amy Andre Angela Anita Anthony Ariel Ben Beth Brandon Brenda Brian Bridget Caleb Camila Carl Carmen Cassandra Chen Claire Cody Connor Dana David Deborah Derek Diana Diego Dolores Donna Eduardo Elena Eli Ellen Emily Eric Esther Evan Faith Fernando Frances Gabriel Gail George Gloria Grace Greg Hannah Harold Hector Helen Henry Holly Ian Irene Isaac Ivan Jacob Janet Jason Jenna Jerome Joan Joel Jordan Josh Joyce Juan Judith Julia Karen Keith Kevin Kim Kyle Lamar Laura Leah Leo Leticia Linda Logan Lorena Lucas Lydia Mai Malik Marcy Margaret Maria Mark Marta Martin Mason Megan Melissa Michael Minh Miriam Monica Nadia Nathan Nicole Noah Norma Olivia Oscar Owen Pamela Patrick Paula Pedro Peter Rachel Rafael Ray Rebecca Renee Ricardo Rita Robert Rosa Roy Ruth Samir Sandra Sara Scott Sean Sharon Shawn Simon Sofia Stella Steve Susan Tamara Teresa Theo Thomas Tina Todd Tracy Tyler Valerie Vanessa Vera Victor Walter Wendy Yolanda Yusuf Zach Zoe'.split(
    ' '
  )

const LAST =
  'Abbott Acosta Adler Aguilar Alvarez Archer Atkins Baca Bailey Barker Barnes Becker Bennett Bishop Blackwood Boyle Brandt Brewer Burke Bui Calloway Cantu Carver Castillo Chandler Chavez Clemens Coleman Conway Cordova Crane Dalton Delgado Dixon Dominguez Donnelly Dunn Eaton Egan Elliott Espinoza Farrell Fields Finch Flores Foster Frazier Fuller Gallegos Garner Gentry Gibbs Goldberg Gonzales Graves Griffith Guerrero Haas Hale Hansen Harlow Hartman Hayes Herrera Hobbs Holloway Huang Hudson Ibarra Ingram Jacobs Jaramillo Jensen Kaplan Keller Kendrick Kim Kirby Klein Kovacs Lambert Langley Larsen Le Lindgren Lopez Lovato Lowry Lucero Maes Maldonado Marsh Martinez Mayfield McBride McKenna Medina Mehta Meyer Miller Montoya Moody Morales Nash Navarro Nguyen Nichols Novak Nunez Okoye Olsen Ortiz Osborne Pacheco Park Patel Pearce Peralta Pham Pike Ponce Porter Quintana Ramsey Rawlins Reed Rhodes Rivera Romero Rosen Rowe Ruiz Salazar Sanchez Sawyer Schaefer Sharp Silva Sloan Snyder Soto Stein Stokes Sutton Tafoya Tanaka Tate Thornton Torres Tran Trujillo Underwood Valdez Vance Vargas Vigil Wagner Walsh Ward Weaver Weiss Whitaker Wilder Winters Woods Wyatt Yang Yoder Zamora Zimmer'.split(
    ' '
  )

export const NAMES = { first: FIRST, last: LAST }

export const FIRMS = [
  'Platte Street Bakery',
  'Alder & Pine Property Management',
  'Tennyson Coffee Roasters',
  'Cherry Creek Dental Group',
  'Highland Yoga Loft',
  'Montview Montessori School',
  'Blue Spruce Brewing',
  'Rosedale Veterinary Clinic',
  'Santa Fe Drive Print Shop',
  'Five Points Barber Company',
  'Sloan’s Lake Apartments',
  'Mile High Bike Works',
  'Baker District Laundromat',
  'South Gaylord Florist',
  'Washington Park Lutheran Church',
  'Gallo Family Pizza',
]

/** Streets with their postcodes. */
export const STREETS: [street: string, postcode: string][] = [
  ['S Pearl St', '80210'],
  ['S Pearl St', '80209'],
  ['S Logan St', '80209'],
  ['S Grant St', '80210'],
  ['S Emerson St', '80209'],
  ['S Clarkson St', '80210'],
  ['S Downing St', '80209'],
  ['S Gaylord St', '80209'],
  ['S Vine St', '80210'],
  ['S High St', '80210'],
  ['S Race St', '80210'],
  ['S Franklin St', '80209'],
  ['E Iowa Ave', '80210'],
  ['E Mexico Ave', '80210'],
  ['E Colorado Ave', '80210'],
  ['E Cedar Ave', '80209'],
  ['E Bayaud Ave', '80209'],
  ['E 6th Ave', '80218'],
  ['E 12th Ave', '80206'],
  ['E 13th Ave', '80218'],
  ['Josephine St', '80206'],
  ['Columbine St', '80206'],
  ['Elizabeth St', '80206'],
  ['Steele St', '80206'],
  ['Gilpin St', '80218'],
  ['Humboldt St', '80218'],
  ['Lafayette St', '80218'],
  ['Ogden St', '80218'],
  ['N Downing St', '80205'],
  ['Marion St', '80205'],
  ['Gaylord St', '80205'],
  ['Tennyson St', '80212'],
  ['Stuart St', '80212'],
  ['Utica St', '80212'],
  ['Vrain St', '80212'],
  ['Wolff St', '80212'],
  ['Osceola St', '80212'],
  ['W 29th Ave', '80211'],
  ['W 34th Ave', '80211'],
  ['W 41st Ave', '80211'],
  ['Zuni St', '80211'],
  ['Clay St', '80211'],
  ['Eliot St', '80211'],
  ['Federal Blvd', '80211'],
  ['Julian St', '80211'],
  ['Dahlia St', '80207'],
  ['Eudora St', '80207'],
  ['Fairfax St', '80207'],
  ['Glencoe St', '80207'],
  ['Holly St', '80220'],
  ['Ivanhoe St', '80220'],
  ['Jersey St', '80220'],
  ['Krameria St', '80220'],
  ['Leyden St', '80220'],
  ['Monaco Pkwy', '80220'],
  ['Newport St', '80220'],
  ['Oneida St', '80220'],
  ['S Bannock St', '80223'],
  ['S Cherokee St', '80223'],
  ['S Fox St', '80223'],
]

export const MAIL_HOSTS = [
  'frontrange.example',
  'homemail.example',
  'postbox.example',
  'mailbox.example',
  'peaks.example',
]
export const AREA_CODES = ['303', '720', '970', '719']
