"""English words whose forms a stemmer can't join, brought to one of them; numbers to their digits."""

_FORMS = """
be am is are was were been being
become became
begin began begun
bring brought
build built
buy bought
choose chose chosen
come came
do does did done
draw drew drawn
drive drove driven
eat ate eaten
fall fell fallen
feel felt
fight fought
find found
fly flew flown
forget forgot forgotten
get got gotten
give gave given
go goes went gone
grow grew grown
have has had
hear heard
hide hid hidden
hold held
keep kept
know knew known
lead led
learn learnt
leave left
lose lost
make made
mean meant
meet met
pay paid
rise rose risen
run ran
say said
see saw seen
sell sold
send sent
show showed shown
speak spoke spoken
spend spent
stand stood
take took taken
teach taught
tell told
think thought
understand understood
write wrote written
child children
foot feet
man men
woman women
person persons people
centre center
defence defense
programme program
analyse analyze
2 two
3 three
4 four
5 five
6 six
7 seven
8 eight
9 nine
10 ten
11 eleven
12 twelve
13 thirteen
14 fourteen
15 fifteen
16 sixteen
17 seventeen
18 eighteen
19 nineteen
20 twenty
30 thirty
40 forty
50 fifty
60 sixty
70 seventy
80 eighty
90 ninety
"""

BASE_BY_FORM = {
    form: base for base, *forms in (line.split() for line in _FORMS.strip().splitlines()) for form in forms
}
