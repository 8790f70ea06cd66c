export const NAMES = {
  first:
    'Anja Birgit Björn Carla Christoph Dirk Elif Emre Finn Frauke Gerd Greta Günther Hanna Heike Holger Ines Jens Jörg Jürgen Käthe Klaus Lena Lukas Mareike Matthias Mehmet Nele Olga Paul Petra Ralf Renate Rüdiger Sabine Silke Sören Susanne Thorsten Ulrike Uwe Volker Yasemin'.split(
      ' '
    ),
  last: 'Albrecht Bäcker Böhm Brückner Demir Dietrich Ebert Engel Fährmann Fröhlich Geißler Götz Großmann Günther Haase Heßler Jäger Kaya Köhler König Krüger Kühn Lindemann Löwe Möller Müller Nowak Öztürk Pätzold Quandt Richter Rößler Schäfer Schöne Schröder Seidel Strauß Thüringer Vogt Weiß Wünsch Yılmaz Zöllner'.split(
    ' '
  ),
}

export const FIRMS = [
  'Bäckerei Süßmilch',
  'Hausverwaltung Grünewald GmbH',
  'Café Größenwahn',
  'Kita Löwenzahn e. V.',
]

/** Streets with their postcodes. */
export const STREETS: [street: string, postcode: string][] = [
  ['Prenzlauer Allee', '10405'],
  ['Kollwitzstraße', '10435'],
  ['Schönhauser Allee', '10437'],
  ['Gärtnerstraße', '10245'],
  ['Boxhagener Straße', '10245'],
  ['Grünberger Straße', '10243'],
  ['Wühlischstraße', '10245'],
  ['Görlitzer Straße', '10997'],
  ['Schlesische Straße', '10997'],
  ['Bergmannstraße', '10961'],
  ['Gräfestraße', '10967'],
  ['Weserstraße', '12047'],
  ['Schöneberger Ufer', '10785'],
  ['Goltzstraße', '10781'],
  ['Bülowstraße', '10783'],
  ['Müllerstraße', '13353'],
  ['Türkenstraße', '13349'],
  ['Löwestraße', '10249'],
]

export const MAIL_HOSTS = ['postfach.example', 'briefkasten.example', 'spree.example']
