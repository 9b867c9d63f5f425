select * from mart_deaths_by_country_month limit 15
