/** Invented people's names by country: given names and surnames, the more common first, and endings of rarer surnames. */
export const INVENTED_NAMES: readonly { given: string[]; family: string[]; endings: string[] }[] = [
  {
    given:
      'Anna Maria Thomas Michael Andreas Peter Sabine Stefan Petra Lena Lea Jürgen Günter Ursula Christian Martin Julia Laura Jan Jana Katharina Johannes Hans Klaus Birgit Monika Felix Jonas Lukas Finn Sophie Emma Paul Paula Karl Karla Anna-Maria Hans-Peter Jörg Käthe Björn Heike Silke Anke Antje Uwe Ute Dieter Ralf Frank'.split(
        ' ',
      ),
    family:
      'Müller Schmidt Schneider Fischer Weber Meyer Meier Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Lehmann Köhler Maier König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Vogel Keller Groß Müller-Schmidt'.split(
        ' ',
      ),
    endings: 'mann bauer hof berg feld stein thal bach meier wald'.split(' '),
  },
  {
    given:
      'María José Antonio Carmen Manuel Ana Francisco Juan David Laura Isabel Javier Daniel Lucía Marta Carlos Elena Cristina Miguel Rafael Pilar Pedro Paula Sara Raquel Ángel Alejandro Rosa Dolores Sergio Fernando Alba Jorge Alberto Rocío Nuria Iván Rubén Óscar Inés Irene Julia Sofía Andrea Pablo'.split(
        ' ',
      ),
    family:
      'García|Rodríguez|González|Fernández|López|Martínez|Sánchez|Pérez|Gómez|Martín|Jiménez|Ruiz|Hernández|Díaz|Moreno|Muñoz|Álvarez|Romero|Alonso|Gutiérrez|Navarro|Torres|Domínguez|Vázquez|Ramos|Gil|Ramírez|Serrano|Blanco|Molina|Morales|Suárez|Ortega|Delgado|Castro|Ortiz|Rubio|Marín|Sanz|Núñez|García López|Pérez Díaz'.split(
        '|',
      ),
    endings: 'ez era illo ales ano edo osa ida uela astro'.split(' '),
  },
  {
    given:
      'Anna Maria Katarzyna Małgorzata Agnieszka Barbara Ewa Krystyna Piotr Krzysztof Andrzej Tomasz Jan Paweł Michał Marcin Jakub Adam Marek Łukasz Grzegorz Zofia Magdalena Joanna Elżbieta Monika Teresa Danuta Natalia Julia Stanisław Wojciech Mateusz Mariusz Dariusz Zbigniew Hanna Alicja Ola Kacper'.split(
        ' ',
      ),
    family:
      'Nowak Kowalski Kowalska Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Nowakowski Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Nowicki Pawlak Górski Witkowski'.split(
        ' ',
      ),
    endings: 'ski cki czyk ak ek icz iak owski ewicz ba'.split(' '),
  },
  {
    given:
      'Mehmet Mustafa Ahmet Ali Hüseyin Hasan Fatma Ayşe Emine Hatice Zeynep Elif İbrahim Murat Ömer Yusuf Osman Özlem Gül Selin Merve Büşra Emre Burak Can Cem Deniz Ece Esra Kübra Kemal Orhan Serkan Volkan Yasemin Şeyma Meryem Sultan Leyla Hülya'.split(
        ' ',
      ),
    family:
      'Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Korkmaz Özcan Erdoğan Çakır Can Acar Şen Aktaş Güler Yalçın Güneş Bozkurt Bulut Keskin Ünal Turan Gül Özer Işık'.split(
        ' ',
      ),
    endings: 'oğlu er kan soy türk maz gil bay alp tekin'.split(' '),
  },
  {
    given:
      'James John Robert Michael William David Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Thomas Charles Daniel Matthew Anthony Mark Steven Paul Andrew Joshua Emily Emma Olivia Sophie Jack Harry Oliver Amelia George Katherine Margaret Nicholas Samuel Benjamin Alexander Victoria Rebecca Jane Joan Jean Dean Ann Anne'.split(
        ' ',
      ),
    family:
      'Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Clark Harris Lewis Martin Cooper Hill Ward Moore Turner Morris Baker Harrison King Allen Scott Carter Phillips Lee Mitchell Parker Bennett Cook Cox Shaw Khan Hughes Edwards'.split(
        ' ',
      ),
    endings: 'son ton ley ford worth field well by wick ham'.split(' '),
  },
];
