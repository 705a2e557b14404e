// First and last names to draw from, and words children and families might say. All made up.
#include "harrowdale/names.hpp"

namespace waymark::harrowdale {

std::span<const std::string_view> girls_names()
{
    static constexpr std::string_view all[] = {
        "Aaliyah", "Abigail", "Aisha", "Alana", "Amelia", "Anya", "Aoife", "Bethany", "Callie", "Chidera", "Chloe", "Courtney", "Daisy", "Eleni",
        "Elodie", "Emily", "Erin", "Esme", "Faith", "Freya", "Gabriela", "Georgia", "Hafsa", "Hannah", "Holly", "Imogen", "Iris", "Isla", "Jasmine",
        "Jessica", "Kayla", "Keira", "Khadija", "Lacey", "Leila", "Lexi", "Lily", "Lola", "Maisie", "Mariam", "Maya", "Megan", "Mia", "Millie",
        "Molly", "Nadia", "Naomi", "Niamh", "Olivia", "Paige", "Poppy", "Rosie", "Ruby", "Saoirse", "Scarlett", "Shanice", "Sienna", "Sofia",
        "Summer", "Tegan", "Tia", "Willow", "Yasmin", "Zara", "Zuzanna"};
    return all;
}

std::span<const std::string_view> boys_names()
{
    static constexpr std::string_view all[] = {
        "Aaron", "Adam", "Aidan", "Alfie", "Amari", "Archie", "Ayaan", "Bailey", "Ben", "Billy", "Blake", "Bradley", "Caleb", "Cameron", "Charlie",
        "Connor", "Corey", "Curtis", "Danny", "Declan", "Dominik", "Dylan", "Elijah", "Ellis", "Ethan", "Finley", "Frankie", "George", "Hamza",
        "Harley", "Harry", "Ibrahim", "Isaac", "Jack", "Jake", "Jamal", "Jayden", "Joe", "Jordan", "Josh", "Kacper", "Kai", "Kian", "Kyle",
        "Leon", "Levi", "Lewis", "Liam", "Logan", "Luca", "Malachi", "Mason", "Max", "Mohammed", "Nathan", "Noah", "Oscar", "Owen", "Reece",
        "Reuben", "Riley", "Rio", "Ryan", "Samir", "Tariq", "Theo", "Toby", "Tyler", "Yusuf", "Zach"};
    return all;
}

std::span<const std::string_view> last_names()
{
    static constexpr std::string_view all[] = {
        "Abbott", "Adeyinka", "Ahmed", "Akhtar", "Allardyce", "Armitage", "Asante", "Atherley", "Bagshaw", "Bailey-Reid", "Bannister", "Barrowclough",
        "Begum", "Birkett", "Bodnar", "Bramhall", "Brearley", "Broadbent", "Çelik", "Chadwick", "Clegg", "Coldwell", "Crossland", "Dacosta", "Dalgleish",
        "Dewhirst", "Diallo", "Dobson", "Drabble", "Duxbury", "Eastwood", "Ekwueme", "Entwistle", "Farrow", "Fearnley", "Firth", "Gaunt", "Ghani",
        "Gledhill", "Greenhalgh", "Grzelak", "Haigh", "Hallam", "Hartle", "Hepworth", "Hinchliffe", "Holroyd", "Hussain", "Ibbotson", "Iqbal", "Jagger",
        "Kamara", "Kershaw", "Khan", "Kovács", "Lister", "Lockwood", "Lumb", "Mahmood", "Marsden", "Mercer", "Midgley", "Mukherjee", "Naylor", "Nowak",
        "O'Hare", "Ogden", "Okafor", "Oldroyd", "Osei", "Padgett", "Pickles", "Quarmby", "Rahman", "Ramsden", "Rawnsley", "Rehman", "Ripley", "Rushworth",
        "Saville", "Shackleton", "Shah", "Siddall", "Sowerby", "Stansfield", "Sykes", "Tattersall", "Tordoff", "Uddin", "Varley", "Wadsworth", "Walkden",
        "Whitaker", "Womersley", "Yardley", "Zielińska"};
    return all;
}

std::span<const std::string_view> child_words()
{
    static constexpr std::string_view all[] = {
        "I want to do something with my hands, not sit all day.",
        "I don't mind maths when it is just me and one teacher.",
        "School is too loud. I can't think.",
        "I miss my mates but not the corridors.",
        "I would come if I knew who was going to be there.",
        "I want to go back but not to the same classes.",
        "I like animals more than people at the minute.",
        "Nobody asked me before.",
        "I want to get my GCSEs and be a mechanic.",
        "Mornings are hard. Afternoons are better.",
        "I get angry when people stand behind me.",
        "I don't want everybody to know why I am here.",
        "If I can draw I can listen.",
        "I want my sister to be able to pick me up.",
        "I like it here. They say hello."};
    return all;
}

std::span<const std::string_view> family_words()
{
    static constexpr std::string_view all[] = {
        "We want a plan with dates in it, and one person to ring.",
        "He was fine until Year 8. Something changed and nobody noticed.",
        "She is up and dressed and cannot get out of the door.",
        "I can't take any more time off work to collect him.",
        "We would like her to go back to her own school if they are ready for her.",
        "Please don't send him somewhere with older boys.",
        "Travel worries us. Two buses is too much.",
        "He came home smiling for the first time this year.",
        "We were not told it had ended until the day.",
        "We are happy with this if the exams still happen."};
    return all;
}

std::span<const std::string_view> goals()
{
    static constexpr std::string_view all[] = {
        "I come in on every day I am meant to", "I can stay in a lesson for 40 minutes", "I finish one piece of English each week",
        "I pass my functional skills maths", "I ask for a break instead of walking out", "I can travel here on my own", "I join in with a group once a day",
        "I finish the units for my vocational award", "I sleep enough to be on time", "I try one lesson back at school each week"};
    return all;
}

std::span<const std::string_view> purposes()
{
    static constexpr std::string_view all[] = {
        "Find out what is getting in the way of learning, and try what helps before a return to school.",
        "Full-time education after a permanent exclusion, while a new school is found.",
        "Rebuild attendance from a very low start, with a therapist, towards a part-time return.",
        "A vocational course beside school that leads to a college place at 16.",
        "Keep up with English and maths while too unwell for school.",
        "Six weeks away from school with an assessment of the risk of exclusion.",
        "Finish key stage 4 with qualifications and a confirmed post-16 place."};
    return all;
}

}  // namespace waymark::harrowdale
