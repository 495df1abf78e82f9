#pragma once

#include <QtGlobal>

#include <array>

namespace tieout::sandbox::business {

/// What a made-up customer of one country is put together from. The order of every list is part of the data:
/// a seed picks by position.
struct Country {
    const char16_t* code;
    const char16_t* currency;
    const char16_t* phone;
    const char16_t* name;
    const char16_t* legalForm; ///< behind a company's name where people write it in full
    int priceLevel; ///< a price in Australian cents times this over 100 is a price in the currency's
                    ///< hundredths
    std::array<const char16_t*, 3> cities;
    std::array<const char16_t*, 5> stems;
    std::array<const char16_t*, 5> firstNames;
    std::array<const char16_t*, 5> lastNames;
};

inline constexpr std::array<Country, 10> kCountries{{
    {u"AU",
     u"AUD",
     u"+61 2",
     u"Australia",
     u"Pty Ltd",
     100,
     {u"Sydney", u"Geelong", u"Fremantle"},
     {u"Banksia", u"Southern Cross", u"Wattle & Daub", u"Red Gum", u"Coogee"},
     {u"Ann", u"Bruce", u"Kirra", u"Lachlan", u"Mia"},
     {u"Nguyen", u"O'Brien", u"Smith", u"Papadopoulos", u"Walker"}},
    {u"NZ",
     u"NZD",
     u"+64 9",
     u"New Zealand",
     u"Limited",
     108,
     {u"Auckland", u"Whangārei", u"Dunedin"},
     {u"Kōwhai", u"Long White", u"Pōhutukawa", u"Tūī", u"Harbour"},
     {u"Aroha", u"Tane", u"Hēmi", u"Grace", u"Wiremu"},
     {u"Ngata", u"Taylor", u"Pōtiki", u"Walker", u"Williams"}},
    {u"GB",
     u"GBP",
     u"+44 20",
     u"United Kingdom",
     u"Ltd",
     52,
     {u"London", u"Leeds", u"Stoke-on-Trent"},
     {u"Hadrian", u"Penhaligon", u"Ludlow & Wye", u"St. Mary's", u"Thornbury"},
     {u"Olivia", u"Harry", u"Niamh", u"Rhys", u"Poppy"},
     {u"Clarke", u"Llewellyn", u"Patel", u"Fforde-Jones", u"Hughes"}},
    {u"US",
     u"USD",
     u"+1 503",
     u"United States",
     u"Inc.",
     66,
     {u"Portland", u"Saint Paul", u"Albuquerque"},
     {u"Acme", u"Blue Ridge", u"Lone Pine", u"Great Lakes", u"Cascade"},
     {u"Emma", u"Noah", u"José", u"Ava", u"DeShawn"},
     {u"Johnson", u"García", u"McAllister", u"Lee", u"Van Buren"}},
    {u"DE",
     u"EUR",
     u"+49 89",
     u"Germany",
     u"GmbH",
     61,
     {u"München", u"Köln", u"Görlitz"},
     {u"Müller", u"Grünwald", u"Straßner", u"Nordlicht", u"Bäcker"},
     {u"Jürgen", u"Anneliese", u"Lukas", u"Käthe", u"Björn"},
     {u"Weiß", u"Schröder", u"Größer", u"Yılmaz", u"Krämer"}},
    {u"IE",
     u"EUR",
     u"+353 1",
     u"Ireland",
     u"DAC",
     61,
     {u"Dublin", u"Galway", u"Dún Laoghaire"},
     {u"O'Brien", u"Claddagh", u"Shannon", u"Éire Óg", u"Liffey"},
     {u"Siobhán", u"Cian", u"Aoife", u"Seán", u"Róisín"},
     {u"Ó Súilleabháin", u"Murphy", u"Byrne", u"Ní Dhomhnaill", u"Kelly"}},
    {u"NO",
     u"NOK",
     u"+47",
     u"Norway",
     u"AS",
     690,
     {u"Oslo", u"Tromsø", u"Ålesund"},
     {u"Fjord", u"Nordlys", u"Bjørk", u"Sørlandet", u"Trøndelag"},
     {u"Åse", u"Øyvind", u"Ingrid", u"Sondre", u"Håkon"},
     {u"Bjørnstad", u"Hansen", u"Ødegård", u"Lie", u"Åsen"}},
    {u"PL",
     u"PLN",
     u"+48 22",
     u"Poland",
     u"sp. z o.o.",
     260,
     {u"Łódź", u"Kraków", u"Gdańsk"},
     {u"Łódzka", u"Żubr", u"Wisła", u"Świt", u"Górnik"},
     {u"Łukasz", u"Małgorzata", u"Zofia", u"Paweł", u"Agnieszka"},
     {u"Wójcik", u"Kowalczyk", u"Dąbrowska", u"Nowak", u"Żak"}},
    {u"JP",
     u"JPY",
     u"+81 3",
     u"Japan",
     u"K.K.",
     9750,
     {u"東京", u"大阪", u"札幌"},
     {u"株式会社さくら", u"山田商事", u"北海フーズ", u"ミドリ工業", u"Fuji"},
     {u"太郎", u"花子", u"健", u"美咲", u"Ken"},
     {u"山田", u"佐藤", u"鈴木", u"高橋", u"Tanaka"}},
    {u"FR",
     u"EUR",
     u"+33 1",
     u"France",
     u"SARL",
     61,
     {u"Paris", u"Besançon", u"Nîmes"},
     {u"L'Étoile", u"Crème & Fils", u"Château Neuf", u"Garçon", u"Île Verte"},
     {u"Zoé", u"François", u"Hélène", u"Loïc", u"Anaïs"},
     {u"Lefèvre", u"D'Aubigné", u"Noël", u"Martin", u"Çelik"}},
}};

inline constexpr std::array<const char16_t*, 8> kTrades{u"Trading",   u"Foods",  u"Engineering", u"Textiles",
                                                        u"Logistics", u"Studio", u"Hardware",    u"Clinic"};
inline constexpr std::array<const char16_t*, 6> kStreets{u"Main St",   u"Harbour Rd",         u"Station Ave",
                                                         u"Mill Lane", u"High St\r\nLevel 2", u"Dock 4"};
inline constexpr std::array<const char16_t*, 6> kOwners{u"Dana Whitlock", u"Ravi Menon", u"Ingrid Solheim",
                                                        u"Tom Baxter",    u"Mei Tanaka", u"Claire Dubois"};

struct Product {
    const char16_t* code;
    const char16_t* name;
    qint64 cents; ///< list price in Australian cents
    bool taxable;
    bool hours; ///< sold by the hour: quantities have halves
    bool stocked;
    int costPercent; ///< what it costs the company, of the list price
    const char16_t* category;
    const char16_t* unit;
};

inline constexpr std::array<Product, 12> kProducts{{
    {u"WID-1", u"Widget, small", 21'900, true, false, true, 55, u"Widgets", u"each"},
    {u"WID-2", u"Widget, large", 39'950, true, false, true, 52, u"Widgets", u"each"},
    {u"KIT-9", u"Kit \"Pro\"", 20'500, true, false, true, 60, u"Kits", u"each"},
    {u"CAB-3M", u"Cable, 3 m", 1'895, true, false, true, 35, u"Parts", u"each"},
    {u"PMP-40", u"Pump 40 l/min", 84'000, true, false, true, 64, u"Pumps", u"each"},
    {u"FLT-A", u"Filter set A", 6'450, true, false, true, 40, u"Parts", u"set"},
    {u"SRV-H", u"Service, by the hour", 16'500, true, true, false, 45, u"Services", u"hour"},
    {u"INS-D", u"Installation day", 118'000, true, true, false, 50, u"Services", u"day"},
    {u"TRN-1", u"Training (tax-free)", 45'000, false, false, false, 40, u"Services", u"session"},
    {u"LIC-Y", u"Licence, one year", 99'900, true, false, false, 0, u"Licences", u"year"},
    {u"FRT", u"Freight", 7'500, true, false, false, 80, u"Freight", u"each"},
    {u"BOOK", u"Handbook – 2nd ed.", 4'995, false, false, true, 30, u"Books", u"each"},
}};

} // namespace tieout::sandbox::business
